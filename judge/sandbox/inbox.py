"""Frames, put together from what a worker's socket gives."""

from __future__ import annotations

from judge.wire.errors import WireError
from judge.wire.frames import HEADER_BYTES, MAX_FRAME_BYTES, frame

READ_BYTES = 1 << 18
"""At most so much is taken from the socket at a time."""


class Inbox:
    """What was sent and not taken yet."""

    def __init__(self) -> None:
        self._held = bytearray()

    def add(self, part: bytes) -> None:
        """Take in what came next. Raises WireError beyond the longest frame and one read."""
        self._held += part
        if len(self._held) > MAX_FRAME_BYTES + READ_BYTES:
            raise WireError("more than was asked for")

    def take(self) -> bytes | None:
        """Return the body of the next frame; None while it is not complete.

        Raises WireError when it claims to be longer than any.
        """
        held = self._held
        if len(held) < HEADER_BYTES:
            return None
        size = int.from_bytes(held[:HEADER_BYTES], "big")
        if size > MAX_FRAME_BYTES:
            raise WireError(f"a frame of {size} bytes")
        end = HEADER_BYTES + size
        if len(held) < end:
            return None
        body = bytes(memoryview(held)[HEADER_BYTES:end])
        del held[:end]
        return body

    def put_back(self, body: bytes) -> None:
        """Make a body that was taken the next one again."""
        self._held[:0] = frame(body)

    def is_complete(self) -> bool:
        """Whether there is a whole frame to take."""
        return len(self._held) >= HEADER_BYTES + int.from_bytes(self._held[:HEADER_BYTES], "big")
