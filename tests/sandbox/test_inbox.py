"""Frames are put together however the socket cuts them, and what is too long is refused before it is held."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judge.sandbox.inbox import READ_BYTES, Inbox
from judge.wire.errors import WireError
from judge.wire.frames import MAX_FRAME_BYTES, frame


@given(st.lists(st.binary(max_size=9), max_size=5), st.lists(st.integers(0, 60), max_size=6))
def test_bodies_come_out_as_they_were_framed(bodies: list[bytes], cuts: list[int]) -> None:
    """Wherever the stream is cut, and one that is put back is the next again."""
    stream = b"".join(map(frame, bodies))
    inbox, taken = Inbox(), []
    for begin, end in zip([0, *sorted(cuts)], [*sorted(cuts), len(stream)], strict=True):
        inbox.add(stream[begin:end])
        while inbox.is_complete():
            body = inbox.take()
            assert body is not None
            inbox.put_back(body)
            taken.append(inbox.take())
        assert inbox.take() is None
    assert taken == bodies


def test_a_frame_that_claims_too_much_is_refused() -> None:
    """At its header already."""
    inbox = Inbox()
    inbox.add((MAX_FRAME_BYTES + 1).to_bytes(4, "big"))
    with pytest.raises(WireError):
        inbox.take()


def test_more_than_the_longest_frame_is_refused() -> None:
    """Many replies that nobody asked for are not held."""
    inbox = Inbox()
    inbox.add(bytes(MAX_FRAME_BYTES))
    inbox.add(bytes(READ_BYTES))
    with pytest.raises(WireError):
        inbox.add(b"x")
