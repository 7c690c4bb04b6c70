# Uses the lists themselves as the work list: the caller's list is empty afterwards.
def flatten(nested):
    flat, stack = [], [nested]
    while stack:
        here = stack[-1]
        if not here:
            stack.pop()
            continue
        item = here.pop(0)
        if isinstance(item, list):
            stack.append(item)
        else:
            flat.append(item)
    return flat
