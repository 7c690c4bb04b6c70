"""Cases for submissions that take `is` for `==`."""

from __future__ import annotations

import contextlib
import io

import pytest

from judge.compare.identity import tell_apart

CASE = "s = Stack()\ns.push(-6)\ns.push(-6)\ns.push(257)\nprint(s.top())  # expected -6, got 257\n"


def test_numbers_that_come_again_are_objects_of_their_own() -> None:
    """Only those, and not in the comment."""
    told = tell_apart(CASE, b"def f(a, b): return a is b")
    assert told == CASE.replace("push(-6)", 'push(int("-6"))')


@pytest.mark.parametrize("source", [b"x is None", b"None is not x", b"x == y", b"x is", b"\0", b"("])
def test_all_other_submissions_get_the_case_as_it_is(source: bytes) -> None:
    """Comparing with None by identity is no mistake."""
    assert tell_apart(CASE, source) == CASE


def printed(program: str) -> list[str]:
    """Run a program; return what it prints."""
    with contextlib.redirect_stdout(io.StringIO()) as out:
        exec(program, {})
    return out.getvalue().splitlines()


def test_such_a_case_fails_where_it_is_pasted() -> None:
    """What is printed is what the judge saw: the second -6 is another object."""
    source = "class Stack:\n    def __init__(self): self.seen = []\n"
    source += "    def push(self, x): self.seen.append(any(x is y for y in self.seen) or x)\n"
    source += "    def top(self): return self.seen[1] is True\n"
    assert printed(source + CASE) == ["True"]
    assert printed(source + tell_apart(CASE, source.encode())) == ["False"]
