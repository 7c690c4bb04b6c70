"""Readings of evidence: growth must go on to the end before it accuses."""

from __future__ import annotations

import math
from collections.abc import Sequence

import pytest

from judge.measure.counting import NO_COUNTS, Counts
from judge.measure.verdicts import SURE, Evidence, Reading, read_evidence
from judge.spec.bounds import growth_of

SIZES = (64, 128, 256, 512, 1024, 2048, 4096, 8192)


def reading_of(
    events: Sequence[float], bound: str = "O(1)", further: Sequence[int] = (), at_the_end: bool = False
) -> Reading:
    """The reading of counts over SIZES and `further` ones, whose every event takes 50 ns."""
    points = tuple(zip((*SIZES, *further), events, strict=True))
    lines, builds = tuple((n, {}) for n, _ in points), tuple((n, float(n)) for n, _ in points)
    counts = Counts(points, points, (), lines, builds, 0, "", len(further), at_the_end)
    times = tuple((n, 5e-8 * cost) for n, cost in points[4:])
    return read_evidence(Evidence(counts, times, thorough=False), growth_of(bound))


LEVELS_OFF = (7.5, 7.5, 7.5, 7.5, 7.6, 8.1, 13.0, 15.4)
"""A table of 1,024 that doubles at twice as many elements: on its way to a new level."""
ONE_STEP = (2.0, 2.0, 2.0, 2.0, 2.0, 2.0, 2.14, 4.68)
"""A table of 4,096, replaced for the first time at the largest n."""


@pytest.mark.parametrize("events", [LEVELS_OFF, ONE_STEP])
def test_a_step_is_not_growth(events: tuple[float, ...]) -> None:
    """Counts that rise in one step, or level off, are beyond no bound with any certainty."""
    assert reading_of(events).confidence < SURE


@pytest.mark.parametrize("power", [0.5, 1.0, 2.0, 3.0])
def test_a_power_of_n_is_growth(power: float) -> None:
    """Counts that follow a power of n, also a small part of them, are surely beyond O(1)."""
    reading = reading_of(tuple(20 + (n / 16) ** power for n in SIZES))
    assert reading.growth > growth_of("O(1)")
    assert reading.confidence >= SURE


def test_three_sizes_on_the_clock_are_enough_to_contradict() -> None:
    """Short texts are free, so counts of a cubic's few sizes look like n^4; the clock never saw that."""
    sizes = (28, 34, 40, 48, 57, 68, 81, 96)
    points = tuple((n, 10.0 + n**4 / 1000) for n in sizes)
    counts = Counts(points, points, (), tuple((n, {}) for n in sizes), tuple((n, 1.0) for n in sizes), 0, "")
    times = ((18, 4.1e-5), (72, 5.9e-4), (291, 9.5e-3))
    reading = read_evidence(Evidence(counts, times, thorough=False), growth_of("O(n^3)"))
    assert reading.confidence < SURE


def chains(n: int, first: int, most: int, each: float) -> float:
    """Events of a search in a table of `first` chains that doubles at `most` elements for each."""
    while n > most * first:
        first *= 2
    return 15 + each * n / first


@pytest.mark.parametrize(("first", "most"), [(2048, 8), (1024, 10), (4096, 2), (4096, 16), (512, 30)])
def test_a_table_that_fills_up_is_not_growth(first: int, most: int) -> None:
    """While it fills, its events are a straight line; counted to the end they are level."""
    further = (32_768, 131_072)
    events = [chains(n, first, most, 1.5) for n in (*SIZES, *further)]
    reading = reading_of(events, further=further, at_the_end=True)
    assert reading.confidence < SURE or reading.growth <= growth_of("O(1)")


@pytest.mark.parametrize(
    ("chains_in_all", "further"),
    [(1_000, (32_768,)), (1_000, (32_768, 131_072)), (8_000, (32_768, 131_072))],
)
def test_a_table_that_never_grows_is_growth(chains_in_all: int, further: tuple[int, ...]) -> None:
    """A fixed number of chains goes on to fill: O(n), however few the events are at first."""
    events = [3 + n / chains_in_all for n in (*SIZES, *further)]
    reading = reading_of(events, further=further, at_the_end=len(further) == 2)
    assert reading.growth > growth_of("O(1)") and reading.confidence >= SURE


def test_few_events_that_were_not_followed_to_the_end_accuse_nobody() -> None:
    """Where the worker was too slow to be counted further, what fills up cannot be told from what grows."""
    events = [15 + n / 4096 for n in (*SIZES, 32_768)]
    assert reading_of(events, further=(32_768,)).confidence < SURE


@pytest.mark.parametrize("last", [(32_768,), (20_000, 40_000), (32_768, 50_000)])
@pytest.mark.parametrize("power", [0.0, 0.5, 1.0])
def test_growth_goes_on_whatever_the_last_steps_are(last: tuple[int, ...], power: float) -> None:
    """Steps of other lengths, as at a workload's own end, are compared by what the class says of them."""
    events = [5 + (n**power / 2 if power else math.log2(n)) for n in (*SIZES, *last)]
    reading = reading_of(events, further=last, at_the_end=True)
    assert reading.growth > growth_of("O(1)") and reading.confidence >= SURE


@pytest.mark.parametrize(("moves", "sure"), [(True, False), (False, True)])
def test_what_c_code_moves_takes_a_clock(moves: bool, sure: bool) -> None:
    """With two timings only, counted turns of Python accuse; elements moved in C may end to grow unseen."""
    points = tuple((n, float(n)) for n in SIZES[:6])
    lines = tuple((n, {3: (1.0, n, 1.0) if moves else (n, 0.0, 0.0)}) for n, _ in points)
    counts = Counts(points, points, (), lines, points, 0, "")
    times = ((230, 1.58e-6), (922, 1.07e-6))
    reading = read_evidence(Evidence(counts, times, thorough=True), growth_of("O(log n)"))
    assert (reading.confidence >= SURE) is sure


@pytest.mark.parametrize(
    ("worst", "accused"),
    [
        ([5, 5, 5, 512, 1024, 2048, 4096, 8192], True),
        ([5, 5, 5, 5, 5, 5, 4096, 8192], False),
        ([5, 5, 5, 512, 1024, 1024, 1024, 1024], False),
        ([51, 55, 51, 55, 92, 143, 104, 207], False),
        ([51, 55, 92, 100, 92, 101, 180, 300], False),
        ([52, 113, 252, 377, 844, 1897, 2844, 6396], True),
        ([52, 113, 400, 377, 844, 1500, 2000, 6396], False),
    ],
    ids=[
        *("every 512th call", "two sizes only", "a part of fixed size", "a pairing heap", "and again"),
        *("a table grown by half", "not in proportion"),
    ],
)
@pytest.mark.parametrize("amortized", [False, True])
def test_what_few_calls_do_is_held_against_a_bound_on_each(
    worst: list[int], accused: bool, amortized: bool
) -> None:
    """Dear calls that only large sizes have are seen there; a bound on the mean does not mind them."""
    points = tuple((n, 6.0) for n in SIZES)
    singles = tuple(zip(SIZES, worst, strict=True))
    counts = Counts(points, points, singles, tuple((n, {}) for n in SIZES), points, 0, "")
    times = tuple((n, 3e-7) for n in SIZES[4:])
    reading = read_evidence(Evidence(counts, times, False, amortized), growth_of("O(1)"))
    found = reading.growth > growth_of("O(1)") and reading.confidence >= SURE
    assert found is (accused and not amortized)


@pytest.mark.parametrize("moves", [False, True])
def test_the_first_calls_of_a_batch_acquit_nobody(moves: bool) -> None:
    """Calls that grow dear over a batch are cheap at its beginning: whole batches count, or counted turns."""
    points = tuple((n, 4.0 + n) for n in SIZES[:6])
    lines = tuple((n, {3: (1.0, n, 1.0) if moves else (n, 0.0, 0.0)}) for n, _ in points)
    counts = Counts(points, points, (), lines, points, 0, "")
    times = ((256, 18e-6), (1024, 34e-6), (4096, 15e-5), (16_384, 2e-6))
    two = Evidence(counts, times, False, parts=frozenset({1024, 4096, 16_384}))
    assert (read_evidence(two, growth_of("O(1)")).confidence >= SURE) is not moves
    three = Evidence(counts, times, False, parts=frozenset({16_384}))
    assert read_evidence(three, growth_of("O(1)")).confidence >= SURE


@pytest.mark.parametrize(("sizes", "sure"), [((8, 16, 32), False), ((8, 64, 512, 4096), True)])
def test_the_clock_alone_needs_a_wide_range(sizes: tuple[int, ...], sure: bool) -> None:
    """What could not be counted is within no bound after a look at three small sizes, where a call costs most."""
    times = tuple((n, 8e-7) for n in sizes)
    reading = read_evidence(Evidence(NO_COUNTS, times, thorough=False), growth_of("O(1)"))
    assert reading.growth == growth_of("O(1)")
    assert (reading.confidence >= 0.8) is sure


def test_what_each_element_costs_anyway_does_not_contradict() -> None:
    """Copies of a string are quick: their square stands beside a linear part for long, and shows at the end."""
    points = tuple((n, float(n + n * n)) for n in SIZES)
    counts = Counts(points, points, (), tuple((n, {}) for n in SIZES), points, 0, "")
    sizes = [256 << step for step in range(8)]
    times = tuple((n, 5e-8 * n + 1e-11 * n * n) for n in sizes)
    reading = read_evidence(Evidence(counts, times, thorough=True), growth_of("O(n sqrt n)"))
    assert reading.growth == growth_of("O(n^2)") and reading.confidence >= SURE
    linear = tuple((n, 5e-8 * n) for n in sizes)
    doubted = read_evidence(Evidence(counts, linear, thorough=True), growth_of("O(n)"))
    assert doubted.confidence < SURE


@pytest.mark.parametrize(("square", "sure"), [(0.0, True), (1.5e-11, False)])
def test_a_square_that_overtakes_what_was_counted_is_not_called_within(square: float, sure: bool) -> None:
    """Counts are n; the time is n, and at the end mostly n^2: what copies in C grows unseen."""
    points = tuple((n, float(n)) for n in SIZES)
    counts = Counts(points, points, (), tuple((n, {}) for n in SIZES), points, 0, "")
    times = tuple((n, 9e-8 * n + square * n * n) for n in (512, 1024, 2048, 4096, 8192, 16_384, 32_768))
    reading = read_evidence(Evidence(counts, times, thorough=True), growth_of("O(n)"))
    assert reading.growth == growth_of("O(n)")
    assert (reading.confidence >= SURE) is sure
    assert sure or (reading.of_clock and reading.confidence < 0.8)
