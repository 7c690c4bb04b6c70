# A list that is flat already comes back itself, where a new one is asked for.
def flatten(nested):
    if not any(isinstance(item, list) for item in nested):
        return nested
    flat, rest = [], nested[::-1]
    while rest:
        item = rest.pop()
        if isinstance(item, list):
            rest += item[::-1]
        else:
            flat.append(item)
    return flat
