"""The one error of this room, apart so that its modules need not import each other."""


class WireError(ValueError):
    """A frame or a value is malformed: on the judge's side, the fault of whoever sent it."""
