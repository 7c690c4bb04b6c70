"""What becomes of an accusation when fresh workers are asked, and of the clock's doubts when it is read again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from types import SimpleNamespace
from typing import Any

import pytest

from judge.measure import load_workloads
from judge.measure.clock import Times
from judge.measure.counting import NO_COUNTS, Counts
from judge.measure.shape import Shape, ShapeMeter
from judge.measure.submission import _covers
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


LEVEL = dict.fromkeys((1024, 2048, 4096, 8192, 16384, 32768, 65536), 1e-6)
BUSY = dict(zip(LEVEL, (1.4e-6, 1.5e-6, 1.1e-6, 1.5e-6, 2.3e-6, 3.7e-6, 5.7e-6), strict=True))
"""A ladder whose larger sizes another program slowed down."""


def times_of(seconds: dict[int, float], parts: frozenset[int] = frozenset()) -> Times:
    """A ladder with these seconds for each call."""
    points = tuple(seconds.items())
    return Times(points, tuple((s, s) for _, s in points), "", parts)


@pytest.mark.parametrize(
    ("looks", "confidence"), [([LEVEL], SURE), ([BUSY, LEVEL], SURE), ([BUSY, BUSY], UNSURE)]
)
def test_what_only_the_clock_doubts_is_timed_once_more(
    problems: Callable[[str], Problem],
    monkeypatch: pytest.MonkeyPatch,
    looks: list[dict[int, float]],
    confidence: float,
) -> None:
    """A doubt that a second look does not share is over; one that it shares stays. No third is taken."""
    workload = load_workloads(problems("min-stack"))[0]
    events = tuple((n, 10.0) for n in (64, 256, 1024, 4096))
    counts = Counts(events, events, (), tuple((n, {}) for n, _ in events), events, 0, "")
    reading = Reading(growth_of("O(1)"), UNSURE, False, 0.0, "not timed")
    shape = Shape(workload, growth_of("O(1)"), True, counts, (), (), reading)
    ladders = iter([times_of(LEVEL | {65536: 1.4e-6}), *(times_of(look) for look in looks)])
    monkeypatch.setattr(ShapeMeter, "_ladder", lambda *_: next(ladders))
    monkeypatch.setattr("judge.measure.shape.needs_longer_look", lambda *_: True)
    nothing: Any = None
    bench: Any = SimpleNamespace(now=lambda: 0.0)
    found = ShapeMeter(nothing, bench, bench, nothing, 0).time(shape, 1.0)
    assert found.reading.confidence == confidence
    assert next(ladders, None) is None


def test_the_quicker_of_two_looks_counts_at_each_size() -> None:
    """What disturbs a machine only adds; a size that one look did not reach is the other's."""
    first = times_of({16: 3e-6, 64: 9e-6}, frozenset({64}))
    second = times_of({16: 4e-6, 64: 5e-6, 256: 7e-6}, frozenset({256}))
    both = first.beside(second)
    assert both.points == ((16, 3e-6), (64, 5e-6), (256, 7e-6))
    assert both.spread == tuple((s, s) for _, s in both.points)
    assert both.parts == {256}


@pytest.mark.parametrize(
    ("level", "growth", "covers"),
    [(20.0, "O(log n)", True), (9.0, "O(log n)", False), (2e6, "O(n)", False)],
)
def test_a_logarithm_below_what_another_shape_always_costs(
    problems: Callable[[str], Problem], level: float, growth: str, covers: bool
) -> None:
    """It may end where the other one is; what is larger or grows by a power of n will not."""
    workload = load_workloads(problems("hash-map"))[0]
    sizes = (16, 64, 256, 1024, 4096)

    def shape_of(text: str, events: Sequence[float]) -> Shape:
        points = tuple(zip(sizes, events, strict=True))
        counts = Counts(points, points, (), (), (), 0, "")
        reading = Reading(growth_of(text), SURE, False, 0.0, "")
        return Shape(workload, growth_of("O(1)"), True, counts, (), (), reading)

    class_ = growth_of(growth)
    rising = shape_of(growth, [class_.at(n) for n in sizes])
    assert _covers(shape_of("O(1)", [level] * 5), rising) is covers
    assert not _covers(rising, rising)
