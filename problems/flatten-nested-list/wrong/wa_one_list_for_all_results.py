# All calls fill one and the same list: the second takes the first one's result away.
FLAT = []


def flatten(nested):
    FLAT.clear()
    rest = nested[::-1]
    while rest:
        item = rest.pop()
        if isinstance(item, list):
            rest += item[::-1]
        else:
            FLAT.append(item)
    return FLAT
