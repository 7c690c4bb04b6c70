def twice(x: int) -> int:
    """Return twice the number."""
    # TODO
    return 0
