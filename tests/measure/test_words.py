"""What the report says of growth: no more than was measured."""

from __future__ import annotations

from judge.measure.counting import Counts
from judge.measure.growth_words import growth_words
from judge.measure.hot_line import find_hot_line
from judge.measure.space import classify_memory
from judge.spec.bounds import CONSTANT, LINEAR, SQUARE

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
