# Goes over the whole list once per level of nesting.
def flatten(nested):
    flat = list(nested)
    while any(isinstance(item, list) for item in flat):
        opened = []
        for item in flat:
            if isinstance(item, list):
                opened.extend(item)
            else:
                opened.append(item)
        flat = opened
    return flat
