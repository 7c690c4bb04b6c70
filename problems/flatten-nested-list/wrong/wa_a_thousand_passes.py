# Opens one level per pass and gives up after a thousand.
def flatten(nested):
    flat = list(nested)
    for _ in range(1000):
        if not any(isinstance(item, list) for item in flat):
            break
        flat = [part for item in flat for part in (item if isinstance(item, list) else [item])]
    return [item for item in flat if not isinstance(item, list)]
