# Collects in a dictionary's keys: repeated elements appear once.
def flatten(nested):
    flat, stack = {}, nested[::-1]
    while stack:
        item = stack.pop()
        if isinstance(item, list):
            stack.extend(reversed(item))
        else:
            flat[item] = True
    return list(flat)
