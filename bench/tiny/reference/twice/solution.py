"""Add the number to itself."""


def twice(x: int) -> int:
    return x + x
