# The result is a default argument, which all calls share.
def flatten(nested, flat=[]):
    stack = nested[::-1]
    while stack:
        item = stack.pop()
        if isinstance(item, list):
            stack.extend(reversed(item))
        else:
            flat.append(item)
    return list(flat)
