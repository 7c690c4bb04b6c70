"""Bodies and headers of frames."""

from __future__ import annotations

import marshal
from _json import encode_basestring_ascii, make_encoder

from judge.wire.errors import WireError
from judge.wire.nodes import Value

HEADER_BYTES = 4
MAX_FRAME_BYTES = 64 * 1024 * 1024
"""What a reader accepts at the most unless it is told less; a claim beyond it ends the session."""


def _refuse(item: object) -> object:
    raise TypeError(f"a {type(item).__name__} is no encoded form")


# What json.JSONEncoder(separators=(",", ":"), check_circular=False) hands its work to. A zygote that
# imports json itself starts 3 ms later, because of the regular expressions that json brings along.
_to_json = make_encoder(None, _refuse, encode_basestring_ascii, None, ":", ",", False, False, True)


def to_json(form: Value) -> bytes:
    """Return JSON text of an encoded form: ASCII, one line, the same for the same form."""
    return "".join(_to_json(form, 0)).encode("ascii")


def from_json(body: bytes) -> Value:
    """Parse what a worker sent. Raises WireError for anything that is not JSON text."""
    import json  # only the judge's side reads JSON often, and has it loaded

    try:
        return json.loads(body)
    except (ValueError, RecursionError) as error:
        raise WireError("a reply that is not JSON") from error


def read_object(body: bytes, most_bytes: int = 1 << 20) -> dict[str, Value]:
    """Parse a reply that is an object. Raises WireError for anything else, and for more than `most_bytes`:
    parsed, it may take fifty times as many."""
    if len(body) > most_bytes:
        raise WireError(f"a reply of {len(body)} bytes")
    found = from_json(body)
    if not isinstance(found, dict):
        raise WireError("a reply that is no object")
    return found


def to_message(message: Value) -> bytes:
    """Return the body of a frame from the judge to the worker."""
    return marshal.dumps(message, 2)  # type: ignore[arg-type]


def from_message(body: bytes) -> Value:
    """Read a message from the judge. Only the worker calls this: marshal is for trusted bytes."""
    return marshal.loads(body)


def frame(body: bytes) -> bytes:
    """Return `body` with its header. Raises WireError when it is longer than a reader accepts."""
    if len(body) > MAX_FRAME_BYTES:
        raise WireError(f"a frame of {len(body)} bytes")
    return len(body).to_bytes(HEADER_BYTES, "big") + body
