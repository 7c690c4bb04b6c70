"""Cases and traces: the calls that are sent, and what came back.

A case on the wire is a tuple `(flags, seed, instances, methods, arguments)`, one column for each part of its
calls (calls.py): numbers below 256 are bytes. Its trace is one line, the form (packed.py) of:

    [r0, r1, ...]                                    one result for each call, None for void ones
    {"r": [r0, ...], "x": {...}, "out": "..."}       the results before the call that raised, the failure,
                                                     and what was printed where the case asks for it
"""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Iterable
from typing import Any

from judge.wire.errors import MALFORMED, WireError
from judge.wire.frames import from_message, to_message
from judge.wire.lines import printable
from judge.wire.nodes import Value
from judge.wire.packed import from_line
from judge.wire.values import decode_value

MOST_LINES = 10_000_000
"""More than a source within its cap has."""


class Case(namedtuple("Case", ["flags", "seed", "calls"])):
    """One test: `flags`, the `seed` for `random`, and `calls`, a tuple of (instance, method, args).

    `args` are encoded forms when FLAG_FORMS is set, otherwise scalars and lists of them.
    """

    __slots__ = ()


class Failure(namedtuple("Failure", ["type", "text", "line", "source", "frames"])):
    """An exception that a call raised.

    type: the class's name; text: its message, capped; line: the innermost line of the submission, or 0;
    source: that line's text; frames: up to ten `(line, function)` of the submission, innermost last.
    """

    __slots__ = ()


class Trace(namedtuple("Trace", ["results", "failure", "out"])):
    """What came back of a case: decoded results (a list), a Failure or None, and captured output."""

    __slots__ = ()


def to_cases_message(cases: Iterable[Case]) -> bytes:
    """Return the message that runs these cases."""
    return to_message(("cases", [_columns(case) for case in cases]))


def from_cases_message(body: bytes) -> list[Case]:
    """Return the cases of a message of our own."""
    message: Any = from_message(body)
    return [
        Case(flags, seed, tuple(zip(instances, methods, arguments, strict=True)))
        for flags, seed, instances, methods, arguments in message[1]
    ]


def _columns(case: Case) -> tuple[Value, ...]:
    instances, methods, arguments = zip(*case.calls, strict=True) if case.calls else ((), (), ())
    most = max(instances, default=0)
    return case.flags, case.seed, bytes(instances) if most < 256 else instances, bytes(methods), arguments


LARGE_BYTES = 1 << 17
LARGE_FACTOR = 20
"""An answer longer than LARGE_BYTES + LARGE_FACTOR times the right one's text is not even decoded: keys that
collide make that quadratic."""


def most_bytes(right: bytes) -> int:
    """Return how long the text of an answer may be to be looked at, beside the right one's."""
    return LARGE_BYTES + LARGE_FACTOR * len(right)


MOST_PRINTED = 20_000
"""Letters of what one case printed."""


def read_trace(line: bytes) -> Trace:
    """Decode one line of a worker's reply. Raises WireError for anything malformed."""
    form = from_line(line)
    if isinstance(form, list):
        return Trace([decode_value(item) for item in form], None, "")
    if not isinstance(form, dict) or not isinstance(form.get("r"), list):
        raise WireError("a malformed trace")
    results = [decode_value(item) for item in form["r"]]
    failure = read_failure(form["x"]) if form.get("x") is not None else None
    out = form.get("out", "")
    if type(out) is not str:  # the text of a stranger's form may be endless, or not be made at all
        raise WireError("a malformed trace")
    return Trace(results, failure, out[:MOST_PRINTED])


def read_line_number(form: Any) -> int:
    """Return a line of the submission that a worker named; 0, no line, for one that no source has."""
    number = int(form)
    return number if 0 <= number <= MOST_LINES else 0


def read_failure(form: Value) -> Failure:
    """Read a failure's form. Raises WireError for anything malformed."""
    if not isinstance(form, dict):
        raise WireError("a malformed failure")
    try:
        frames = [(read_line_number(line), printable(str(name)[:100])) for line, name in form["frames"][:10]]
        return Failure(
            printable(str(form["type"])[:100]),
            printable(str(form["text"])[:2_000]),
            read_line_number(form["line"]),
            printable(str(form["source"])[:300]),
            tuple(frames),
        )
    except MALFORMED as error:
        raise WireError("a malformed failure") from error
