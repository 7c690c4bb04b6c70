"""What becomes of an accusation when fresh workers are asked."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from judge.measure import load_workloads
from judge.measure.counting import NO_COUNTS
from judge.measure.shape import Shape, ShapeMeter
from judge.measure.verdicts import SURE, UNSURE, Reading
from judge.spec.bounds import growth_of
from judge.spec.problem import Problem


@pytest.mark.parametrize(
    ("looks", "measured", "confidence"),
    [
        (["O(n)"], "O(n)", SURE),
        (["O(1)", "O(1)"], "O(1)", SURE),
        (["O(1)", "O(n)"], "O(n)", UNSURE),
        (["O(1)?", "O(1)"], "O(n)", UNSURE),
        (["O(n)?", "O(1)"], "O(n)", UNSURE),
    ],
)
def test_one_look_against_two(
    problems: Callable[[str], Problem],
    monkeypatch: pytest.MonkeyPatch,
    looks: list[str],
    measured: str,
    confidence: float,
) -> None:
    """Two fresh looks that are sure of the opposite outvote the first; one does not. `?`: it is not sure."""
    workload = load_workloads(problems("min-stack"))[0]

    def shape_of(text: str) -> Shape:
        reading = Reading(growth_of(text.rstrip("?")), UNSURE if "?" in text else SURE, True, 0.6, "")
        return Shape(workload, growth_of("O(1)"), True, NO_COUNTS, (), (), reading)

    answers = iter(looks)
    monkeypatch.setattr(ShapeMeter, "_look_again", lambda *_: shape_of(next(answers)))
    nothing: Any = None
    bench: Any = SimpleNamespace(close=lambda: None, draws=False)
    found = ShapeMeter(nothing, bench, bench, nothing, 0).confirm(shape_of("O(n)"), 1.0)
    assert (found.reading.growth.text(), found.reading.confidence) == (measured, confidence)
