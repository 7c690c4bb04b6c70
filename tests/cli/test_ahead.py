"""The head start of a plain `judge submit` changes nothing but the time."""

from __future__ import annotations

import json

UNLIKE = ("id", "resources", "limits")


def test_the_answer_is_the_same_with_and_without_the_head_start(desk):
    """`--seed 0` means the default, and is not of the plain form: it is judged the usual way."""
    desk.solve("min-stack")
    plain = desk.run("submit", "min-stack", "--no-complexity", "--json")
    usual = desk.run("submit", "min-stack", "--no-complexity", "--json", "--seed", "0")
    first, second = json.loads(plain.out), json.loads(usual.out)
    for name in UNLIKE:
        first.pop(name), second.pop(name)
    assert plain.code == usual.code == 0
    assert first == second


def test_what_the_head_start_cannot_read_is_explained_as_ever(desk):
    """A slug that does not exist, with the plain form: the usual line and exit code."""
    answer = desk.run("submit", "min-stak", "--no-complexity")
    assert answer.code == 2
    assert "did you mean min-stack" in answer.err
