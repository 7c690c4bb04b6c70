# Builds the rest of the work anew after each element.
def flatten(nested):
    flat, rest = [], nested
    while rest:
        if isinstance(rest[0], list):
            rest = rest[0] + rest[1:]
        else:
            flat.append(rest[0])
            rest = rest[1:]
    return flat
