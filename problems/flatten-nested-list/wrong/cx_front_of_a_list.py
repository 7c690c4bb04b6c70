# Takes from the front of a list, which moves all the rest.
def flatten(nested):
    flat, rest = [], list(nested)
    while rest:
        item = rest.pop(0)
        if isinstance(item, list):
            rest[:0] = item
        else:
            flat.append(item)
    return flat
