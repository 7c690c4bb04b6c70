"""Classes from points."""

from __future__ import annotations

import math
from collections.abc import Callable

import pytest

from judge.measure.fit import classify, slope
from judge.spec.bounds import SQUARE

SIZES = [16 * 2**step for step in range(10)]


@pytest.mark.parametrize(
    ("function", "means"),
    [
        (lambda n: 7.0, "O(1)"),
        (lambda n: 7.0 + 1.0 / n, "O(1)"),
        (lambda n: 3 + 2 * n.bit_length(), "O(log n)"),
        (lambda n: 5 + 3 * math.isqrt(n), "O(sqrt n)"),
        (lambda n: 40 + n, "O(n)"),
        (lambda n: n * math.log2(n) + 9 * n, "O(n log n)"),
        (lambda n: n * math.log2(n) / 2 + 9 * n, "O(n log n)"),
        (lambda n: 2.0 * n - n.bit_length() - 3, "O(n)"),
        (lambda n: 3 * n + n * math.isqrt(n), "O(n sqrt n)"),
        (lambda n: n * n / 2 + 3 * n, "O(n^2)"),
        (lambda n: n * n / 64 + 4 * n, "O(n^2)"),
        (lambda n: n * n * math.log2(n), "O(n^2 log n)"),
        (lambda n: n**3 / 6, "O(n^3)"),
    ],
)
def test_exact_counts_have_their_class(function: Callable[[int], float], means: str) -> None:
    """A series that is exactly of a class, with lower terms, is read as that class."""
    assert classify([(n, float(function(n))) for n in SIZES])[0].text() == means


def test_exponential_ladder_ends_early() -> None:
    """A steep and rising series that ends below 64 is exponential; a cube is not."""
    assert classify([(n, 2.0**n) for n in (8, 16, 19)])[0].exponential
    assert not classify([(n, float(n**3)) for n in (8, 16, 32, 45, 53)])[0].exponential


def test_slope_ignores_an_outlier() -> None:
    """One disturbed point does not move the slope."""
    points = [(n, float(n)) for n in SIZES]
    points[4] = (points[4][0], points[4][1] * 30)
    assert slope(points) == pytest.approx(1.0, abs=0.1)


def test_sizes_below_a_threshold_do_not_hide_the_class() -> None:
    """What is copied only from some size on is classified by the sizes from there on."""
    points = [(n, float(n + 2)) for n in (8, 16, 32)]
    points += [(n, n * n / 2 - 512 + 2 * n) for n in (64.0, 128.0, 256.0, 512.0)]
    assert classify([(int(n), y) for n, y in points])[0] == SQUARE


def test_a_square_that_is_most_of_it_need_not_fit_exactly() -> None:
    """What draws random numbers takes a few lines more or less for each element; n^2 / 2 comparisons beside."""
    events = (176, 440, 1158, 3362, 10812, 37960, 141462)
    assert classify([(8 << at, y) for at, y in enumerate(events)])[0].text() == "O(n^2)"


@pytest.mark.parametrize(
    ("events", "means"),
    [
        ((3.8, 5.8, 5.9, 7.4, 9.4, 12.8, 12.1, 13.9, 13.8), "O(log n)"),
        ((2.2, 2.6, 3.0, 3.3, 3.3, 3.2, 3.4, 3.3, 3.3), "O(1)"),
    ],
    ids=["a random tree", "a table that filled up"],
)
def test_bad_logarithms(events: tuple[float, ...], means: str) -> None:
    """A noisy logarithm goes on from end to end; a table rises and then stays."""
    assert classify([(8 << at, y) for at, y in enumerate(events)])[0].text() == means
