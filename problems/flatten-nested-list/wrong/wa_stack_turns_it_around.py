# A list's elements go on the stack in order, so the last one comes out first.
def flatten(nested):
    flat, stack = [], list(nested)
    while stack:
        item = stack.pop()
        if isinstance(item, list):
            stack.extend(item)
        else:
            flat.append(item)
    return flat
