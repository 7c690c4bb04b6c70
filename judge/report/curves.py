"""The curves beside the measured points: the fitted class, and the required bound."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from judge.judgement import OperationCost
from judge.spec import bounds

Point = tuple[float, float]
Growth = Callable[[float], float]

_SAMPLES = 48


def growth_of(bound: str) -> Growth | None:
    """Return the function inside a bound such as `O(n log n)`; None for one of more than one variable."""
    try:
        return bounds.growth_of(bound).at if len(bounds.letters_of(bound)) <= 1 else None
    except bounds.UnknownClass:
        return None


def fitted(cost: OperationCost) -> list[Point]:
    """The curve a + b f(n), a and b not negative, that fits the points best in relative least squares."""
    growth, points = growth_of(cost.measured), usable(cost.points)
    if growth is None or len(points) < 2:
        return []
    a, b = _fit([(growth(n), y) for n, y in points])
    return [(n, a + b * growth(n)) for n in _ladder(points)]


def required(cost: OperationCost) -> list[Point]:
    """The required bound in the letter of the points, through the first of them."""
    growth, points = growth_of(cost.allowed or cost.required), usable(cost.points)
    if growth is None or len(points) < 2:
        return []
    first_n, first_y = points[0]
    scale = first_y / growth(first_n)
    return [(n, scale * growth(n)) for n in _ladder(points)]


def usable(points: Sequence[tuple[int, float]]) -> list[Point]:
    """The points that a log-log plot can show, by n."""
    return sorted((float(n), y) for n, y in points if n > 0 and y > 0 and math.isfinite(y))


def _ladder(points: Sequence[Point]) -> list[float]:
    low, high = math.log(points[0][0]), math.log(points[-1][0])
    return [math.exp(low + (high - low) * i / (_SAMPLES - 1)) for i in range(_SAMPLES)]


def _fit(pairs: Sequence[Point]) -> tuple[float, float]:
    """Least squares of (a + b f - y) / y over (f, y), a and b not negative."""
    saa = sum(1 / y**2 for _f, y in pairs)
    sab = sum(f / y**2 for f, y in pairs)
    sbb = sum((f / y) ** 2 for f, y in pairs)
    sa = sum(1 / y for _f, y in pairs)
    sb = sum(f / y for f, y in pairs)
    determinant = saa * sbb - sab * sab
    if determinant > 1e-12 * saa * sbb:
        a = (sa * sbb - sb * sab) / determinant
        b = (saa * sb - sab * sa) / determinant
        if a >= 0 and b >= 0:
            return a, b
        if a < 0:
            return 0.0, sb / sbb
    return sa / saa, 0.0
