"""The curves of a plot, in the letter of its points."""

from __future__ import annotations

import pytest

from judge.judgement import OperationCost
from judge.report import curves

POINTS = tuple((n, 1e-6) for n in (16, 64, 256, 1024))


@pytest.mark.parametrize(
    ("required", "allowed", "rise"),
    [("O(n)", "", 64.0), ("O(m)", "O(1)", 1.0), ("O(1)", "", 1.0), ("O(m)", "O(log words)", 2.5)],
)
def test_the_required_bound_is_drawn_in_the_letter_of_the_points(
    required: str, allowed: str, rise: float
) -> None:
    """What is linear in the length of a word is level in the number of words."""
    cost = OperationCost("insert", required, "O(1)", "within", 0.99, POINTS, letter="words", allowed=allowed)
    drawn = curves.required(cost)
    assert drawn[0][0] == pytest.approx(16)
    assert drawn[-1][1] / drawn[0][1] == pytest.approx(rise, rel=0.05)
