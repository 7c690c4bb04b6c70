# Skips empty lists with a test that zeros and empty strings fail as well.
def flatten(nested):
    flat, stack = [], nested[::-1]
    while stack:
        item = stack.pop()
        if not item:
            continue
        if isinstance(item, list):
            stack.extend(reversed(item))
        else:
            flat.append(item)
    return flat
