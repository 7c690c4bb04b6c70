def flatten(nested: list) -> list:
    """Return the integers and strings of a nested list as one flat list, in order."""
    # TODO
    return nested
