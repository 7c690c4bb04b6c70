"""A state in the worker: what its batch calls, and on which object."""

from __future__ import annotations

from typing import Any

import pytest

from judge.worker.state import State
from judge.worker.submission import Submission

SOURCE = b"""
MADE = []
class Bag:
    def __init__(self, start=0):
        MADE.append(start)
        self.items = [start]
    def add(self, x):
        self.items.append(x)
        return len(self.items)
"""
SPEC = {
    "class": "Bag", "init": 1, "methods": [["add", 1, "value"]], "forbid": [], "packages": [], "adapter": "",
    "recursion": 1000, "chance": 0,
}  # fmt: skip


def made(timed: list[tuple[object, ...]], build: tuple[Any, ...] = (), forms: bool = False) -> State:
    """Return a state of the bag, with its batch filled once."""
    submission = Submission(SOURCE, SPEC)
    assert submission.compile() == submission.start() == {"ok": True}
    stage = {
        "construct": (7,), "build": build, "timed": tuple(timed), "undo": (), "forms": forms,
        "charged": (), "functional": False, "cycle": False,
    }  # fmt: skip
    state = State(submission, stage)
    state.fill(1)
    return state


def test_slices_go_round() -> None:
    """A part of a batch goes on where the last one ended, and begins again at the end."""
    state = made([("add", value) for value in range(5)])
    for first, expected in ((0, [0, 1, 2]), (3, [3, 4, 0]), (6, [1, 2, 3])):
        state.aim(first, 3)
        state.run(1)
        assert state.target.items[-3:] == expected  # type: ignore[attr-defined]


@pytest.mark.parametrize("first", [0, 4, 9])
def test_slices_of_constructors_go_round_too(first: int) -> None:
    """Each of them has an object of its own: there is no common one."""
    state = made([("__init__", value) for value in range(5)])
    state.aim(first, 3)
    state.submission.module.MADE.clear()
    state.run(1)
    assert list(state.submission.module.MADE) == [(first + at) % 5 for at in range(3)]
    assert state.results() == [None, None, None]


@pytest.mark.parametrize("forms", [False, True])
def test_every_copy_has_a_state_of_its_own(forms: bool) -> None:
    """The calls may be the same, what they are made on is not."""
    state = made([("add", 1)], build=(("add", 0),), forms=forms)
    state.fill(3)
    state.run(2)
    assert list(state.kept) == [4, 4, 4]


def test_a_state_that_is_made_again_is_of_the_newest_class() -> None:
    """Its stage is what it was; the namespace in which the class was made is a fresh one."""
    state = made([("add", 1)], build=(("add", 0),))
    before = type(state.target)
    state.run(1)
    state.submission.fresh()
    state.begin_again()
    state.fill(1)
    assert type(state.target) is not before
    assert state.target.items == [7, 0]  # type: ignore[attr-defined]
