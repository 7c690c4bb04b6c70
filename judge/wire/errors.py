"""The one error of this room, apart so that its modules need not import each other."""


class WireError(ValueError):
    """A frame or a value is malformed: on the judge's side, the fault of whoever sent it."""


MALFORMED = (LookupError, TypeError, ValueError, AttributeError, ArithmeticError, RecursionError)
"""What taking an untrusted form apart may raise: a missing key, another type, Infinity, deep nesting."""

NOT_AN_ANSWER = "the submission's process sent something that is not an answer"
"""What a contestant is told of it."""
