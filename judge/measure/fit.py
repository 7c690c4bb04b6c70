"""Fitting in plain Python: two-coefficient non-negative least squares, robust slopes, classes of counts."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import correlation, median

from judge.spec.bounds import CONSTANT, EXPONENTIAL, LADDER, LINEAR, LOG, SQUARE, Growth

Points = Sequence[tuple[int, float]]

FLAT = 0.03
"""Total relative change over the ladder below which a series is constant."""
CLOSE_FACTOR = 1.5
CLOSE_RESIDUAL = 0.02
"""The lowest class wins whose relative residual is within this factor of the best, or under this figure."""
EXACT_RESIDUAL = 0.005
"""A lower term that grows itself fits many a bend: it is believed where the counts are followed exactly, and
what stands beside it rises on."""
NEAR_RESIDUAL = 0.05
MOST = 0.8
"""... or closely, where a square beside it makes up so much at the largest n: no bend is so large. The
ladders of a cubic are too short for that."""
STEADY = 0.7
"""A further step adds at least this share of what the class says after the step before it."""
NOISY_RESIDUAL = 0.04
CLOSE_FACTOR_NOISY = 2.0
"""Where no class fits well (random trees, few samples), the counts cannot tell near classes apart."""
CLOSE_AT_MOST = 0.1
"""Where every class fits badly, twice the best is no fit at all."""
BAD_LOG = 0.06
LEVEL = 1.2
"""Tables that double start small and level off in a sawtooth: no logarithm where it fits worse than this
and the last four rungs stay within this factor."""
LOG_CORRELATION = 0.95
LAST_RUNGS = 9
NO_FIT = 0.3
"""Where no class fits better than this, the smallest sizes are of another regime: what is small costs nothing
in the models of C code, and then much."""
FEWEST_RUNGS = 4
EXPONENTIAL_BELOW = 64
"""An exponential ladder ends before this size ..."""
EXPONENTIAL_SLOPE = 4.0
"""... with a local log-log slope above this, and rising."""


@dataclass(frozen=True, slots=True)
class Fit:
    """a g(n) + b f(n), and the root mean square of its relative residuals."""

    growth: Growth
    lower: float
    factor: float
    residual: float
    lower_growth: Growth = CONSTANT

    def at(self, n: float) -> float:
        return self.lower * self.lower_growth.at(n) + self.factor * self.growth.at(n)

    def share(self, n: float) -> float:
        """The part of the value at n that is not the lower term's."""
        whole = self.at(n)
        return self.factor * self.growth.at(n) / whole if whole else 0.0


def fit_growth(points: Points, growth: Growth, lower: Growth = CONSTANT) -> Fit:
    """Fit a g(n) + b f(n) with a, b >= 0 by least squares of relative errors; g is `lower`.

    The non-negative least squares of Lawson and Hanson, which for two coefficients is a choice of three.
    """
    weights = [1.0 / max(y, 1e-12) for _, y in points]
    # Both columns weighted; the right-hand side is all ones
    u = [lower.at(n) * w for (n, _), w in zip(points, weights, strict=True)]
    v = [growth.at(n) * w for (n, _), w in zip(points, weights, strict=True)]
    uu, vv = sum(x * x for x in u), sum(x * x for x in v)
    uv = sum(x * y for x, y in zip(u, v, strict=True))
    u1, v1 = sum(u), sum(v)
    det = uu * vv - uv * uv
    a = b = -1.0
    if growth != CONSTANT and det > 1e-9 * uu * vv:
        a, b = (u1 * vv - v1 * uv) / det, (v1 * uu - u1 * uv) / det
    if a < 0 or b < 0:
        options = [(u1 / uu, 0.0)] if growth == CONSTANT else [(u1 / uu, 0.0), (0.0, v1 / vv)]
        a, b = min(options, key=lambda ab: _error(u, v, *ab))
    return Fit(growth, a, b, math.sqrt(_error(u, v, a, b) / len(points)), lower)


def _error(u: list[float], v: list[float], a: float, b: float) -> float:
    return sum((a * x + b * y - 1.0) ** 2 for x, y in zip(u, v, strict=True))


def slope(points: Points) -> float:
    """Return the Theil-Sen slope of log y over log n: the median slope of all pairs."""
    logs = [(math.log(n), math.log(max(y, 1e-12))) for n, y in points if n > 0]
    slopes = [
        (y2 - y1) / (x2 - x1) for at, (x1, y1) in enumerate(logs) for x2, y2 in logs[at + 1 :] if x2 > x1
    ]
    return median(slopes) if slopes else 0.0


def is_exponential(points: Points) -> bool:
    """Whether a ladder ended early with a steep and still rising slope."""
    if len(points) < 3 or points[-1][0] >= EXPONENTIAL_BELOW:
        return False
    logs = [(math.log(n), math.log(max(y, 1e-12))) for n, y in points]
    local = [(y2 - y1) / (x2 - x1) for (x1, y1), (x2, y2) in zip(logs, logs[1:], strict=False)]
    middle = len(local) // 2
    early, late = local[:middle] or local[:1], local[middle:]
    mean_late = sum(late) / len(late)
    return mean_late > EXPONENTIAL_SLOPE and mean_late > 1.15 * sum(early) / len(early)


def _fit_all(points: Points) -> dict[Growth, Fit]:
    fits = {growth: fit_growth(points, growth) for growth in LADDER if not growth.exponential}
    for growth in fits:
        if growth > LINEAR and len(points) >= 3:
            lower = next_lower(growth)
            close = fit_growth(points, growth, lower)
            most = growth <= SQUARE and close.share(points[-1][0]) >= MOST
            near = NEAR_RESIDUAL if most else EXACT_RESIDUAL
            if close.residual < near and rises_on(points[-3:], growth, lower):
                fits[growth] = close
    return fits


def _follows_log(points: Points) -> bool:
    """Whether they lie about a logarithm from end to end, as those of random trees do."""
    return correlation([math.log(n) for n, _ in points], [y for _, y in points]) > LOG_CORRELATION


def next_lower(growth: Growth) -> Growth:
    """The term that usually stands beside it: what each element, or each row, costs anyway."""
    return Growth(False, growth.power if growth.logs else math.ceil(growth.power) - 1, 0)


def rises_on(three: Points, growth: Growth, lower: Growth = CONSTANT) -> bool:
    """Whether what stands beside the lower term rises from the second of three points to the third nearly as
    it should after it rose from the first to the second."""
    (a, first), (b, second), (c, third) = [(n, y / lower.at(n)) for n, y in three]
    one, two, last = (growth.at(n) / lower.at(n) for n in (a, b, c))
    return third - second >= STEADY * (last - two) / (two - one) * (second - first) > 0


def classify(points: Points) -> tuple[Growth, dict[Growth, Fit]]:
    """Return the class of exact counts, (n, events per call), and the fit of every class.

    The lowest class whose residual is close to the best. Needs three points; fewer are constant.
    """
    if is_exponential(points):
        return EXPONENTIAL, {}
    last = points[-LAST_RUNGS:]
    fits = _fit_all(last)
    while len(last) > FEWEST_RUNGS and min(fit.residual for fit in fits.values()) > NO_FIT:
        last = last[1:]
        fits = _fit_all(last)
    values = [y for _, y in last]
    if len(last) < 3 or max(values) <= min(values) * (1 + FLAT) or values[-1] <= values[0]:
        return CONSTANT, fits
    best = min(fit.residual for fit in fits.values())
    factor = CLOSE_FACTOR_NOISY if best > NOISY_RESIDUAL else CLOSE_FACTOR
    bar = max(min(factor * best, best + CLOSE_AT_MOST), CLOSE_RESIDUAL)
    found = next(growth for growth, fit in fits.items() if fit.residual <= bar)
    top = values[-4:]
    if max(top) <= min(top) * (1 + FLAT):
        found = CONSTANT  # only the smallest sizes differ
    if (
        found == LOG
        and fits[LOG].residual > BAD_LOG
        and max(top) < LEVEL * min(top)
        and not _follows_log(last)
    ):
        found = CONSTANT
    return found, fits
