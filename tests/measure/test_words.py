"""What the report says of growth: no more than was measured."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any, cast

import pytest

from judge.authoring.workload import Workload
from judge.measure import load_workloads
from judge.measure.counting import Counts
from judge.measure.growth_words import growth_words
from judge.measure.hot_line import find_hot_line
from judge.measure.rungs import Bench
from judge.measure.space import classify_memory, measure_space
from judge.spec.bounds import CONSTANT, LINEAR, SQUARE
from judge.spec.problem import Problem

LINEAR_TIMES = ((256, 1e-6), (1024, 4e-6), (4096, 16e-6), (16_384, 64e-6))


def test_growth_that_hardly_shows_is_no_figure():
    """The work of C code that moves a few hundred bytes: the clock sees next to none of it."""
    times = tuple((n, 1e-6 + n * 1e-14) for n, _ in LINEAR_TIMES)
    words = growth_words("push", "n", LINEAR, times)
    assert "times slower" not in words
    assert "hardly shows yet" in words


def test_a_clear_class_is_foretold() -> None:
    """Twice the size takes twice as long, and a million are within reach of what was measured."""
    words = growth_words("getMin", "n", LINEAR, LINEAR_TIMES)
    assert words == "doubling n makes getMin 2.0 times slower; at n = 1,000,000 about 3.9 ms per call"


def test_a_doubted_class_is_not_foretold() -> None:
    """Where the class is doubted, only the times are told."""
    words = growth_words("get", "n", SQUARE, LINEAR_TIMES, doubted=True)
    assert words == "at n = 16,384 about 64 µs per call, at n = 256 about 1.0 µs"


def test_small_sizes_foretell_no_million() -> None:
    """From n = 512 nothing is said of a million."""
    words = growth_words("find", "n", LINEAR, tuple((n // 32, s) for n, s in LINEAR_TIMES))
    assert words == "doubling n makes find 2.0 times slower; at n = 512 about 64 µs per call"


def test_times_that_grow_are_not_called_level() -> None:
    """A constant operation in a batch that slows down is not said to stay as quick as it was."""
    words = growth_words("getMin", "n", CONSTANT, LINEAR_TIMES)
    assert "does no more work" in words
    assert "does not slow down" not in words
    assert "does not slow down" in growth_words(
        "top", "n", CONSTANT, tuple((n, 1e-7) for n, _ in LINEAR_TIMES)
    )


def test_the_line_is_told_in_the_letter_of_its_sizes() -> None:
    """Sizes that count words are not called n; operations on a line are not called its runs."""
    sizes = (64, 256, 1024)
    points = tuple((n, float(n)) for n in sizes)
    profiles = tuple((n, {2: (1.0, 2.0 * n, 2.0)}) for n in sizes)
    counts = Counts(points, points, (), profiles, points, 0, "")
    hot = find_hot_line(counts, ["def f(a):", "    return min(a) + max(a)"], "words")
    assert hot is not None
    assert hot.words == (
        "line 2: return min(a) + max(a) — its 2 operations per call touch words elements each "
        "(2,048 per call at words = 1,024, 512 at words = 256)"
    )


def test_a_buffer_that_is_full_is_constant_memory() -> None:
    """What rises to a level and stays there is no root of n; what goes on to rise is."""
    full = [12e3, 21e3, 48e3, 101e3, 109e3, 109e3, 109e3]
    sizes = [256 << step for step in range(7)]
    assert classify_memory(list(zip(sizes, full, strict=True))) == CONSTANT
    assert classify_memory([(n, 100.0 * n) for n in sizes]) == LINEAR
    assert classify_memory([(n, 4_000.0 * n**0.5) for n in sizes]).power == 0.5


JUMPED = [(n, 4096.0) for n in (256, 512, 1024, 2048, 4096, 8192)]


def test_memory_that_begins_to_grow_late_is_seen() -> None:
    """A set of nodes that is only kept after 9,000 steps: what comes after the jump has a class of its own."""
    later = [(16_384, 657_048.0), (32_768, 1_300_000.0), (65_536, 2_623_128.0)]
    assert classify_memory(JUMPED + later) == LINEAR
    assert classify_memory([(n, 40.0 * n * 5 ** (at % 2)) for at, (n, _) in enumerate(JUMPED)]) == LINEAR


@pytest.mark.parametrize(
    ("late", "each_s", "status"),
    [(9_000, 0.1, "exceeded"), (9_000, 2.0, "inconclusive"), (1 << 17, 0.1, "within")],
)
def test_a_jump_of_memory_is_followed(
    problems: Callable[[str], Problem], late: int, each_s: float, status: str
) -> None:
    """It is measured at larger sizes; where these take too long, nothing is claimed."""
    problem = problems("linked-list-cycle")

    class Traced:
        """A worker that keeps 40 bytes for each node, from a size on."""

        def rung(self, oracle: Any, workload: Workload, n: int, seed: int) -> Any:
            rung = SimpleNamespace(n=n, form=n, functional=True)
            rung.cut = lambda most: rung
            return rung

        spent_s = 0.0

        def ask(self, name: str, n: int) -> dict[str, int]:
            self.spent_s += each_s if n > late else 0.0
            return {"state": 0, "peak": 40 * n if n > late else 100}

        def now(self) -> float:
            return self.spent_s

    assert problem.space is not None
    bench = cast(Bench, Traced())
    (found,) = measure_space(bench, cast(Any, None), load_workloads(problem)[:1], problem.space, 0, 1.0)
    assert found.status == status
