# A queue: inner lists are put off until everything outside them is done.
def flatten(nested):
    flat, queue = [], deque(nested)
    while queue:
        item = queue.popleft()
        if isinstance(item, list):
            queue.extend(item)
        else:
            flat.append(item)
    return flat
