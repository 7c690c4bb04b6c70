# Everything that can be iterated is opened: strings fall into their characters.
def flatten(nested):
    flat, stack = [], [iter(nested)]
    while stack:
        for item in stack[-1]:
            if hasattr(item, "__iter__") and not (isinstance(item, str) and len(item) == 1):
                stack.append(iter(item))
                break
            flat.append(item)
        else:
            stack.pop()
    return flat
