"""Growth in plain words: how much slower when n doubles, and what a call costs at a large n."""

from __future__ import annotations

from judge.measure.fit import fit_growth
from judge.spec.bounds import CONSTANT, Growth

LARGE_N = 1_000_000
FARTHEST = 256
"""A time is not foretold for more than so many times the largest n that was measured."""
SLOWER = 4.0
"""A constant operation whose calls took so many times longer is not said to stay as it was."""
NOTICED = 1.15
"""A doubling that makes calls slower by less is not put into a figure: it would say 1.0 or 1.1."""


def growth_words(
    operation: str,
    letter: str,
    growth: Growth,
    times: tuple[tuple[int, float], ...],
    *,
    doubted: bool = False,
) -> str:
    """Say what the times show; of a class that is doubted, only what was measured.

    `doubling n makes getMin 2.0 times slower; at n = 1,000,000 about 8 ms per call`
    """
    if not times:
        return ""
    n, seconds = times[-1]
    here = f"at {letter} = {n:,} about {duration(seconds)} per call"
    if doubted:
        first, was = times[0]
        return f"{here}, at {letter} = {first:,} about {duration(was)}" if first < n else here
    if growth.exponential:
        return f"one more step of {letter} makes {operation} about twice as slow; {here}"
    if len(times) < 3:
        return here
    if growth == CONSTANT:
        if seconds > SLOWER * times[0][1]:  # of caches, or of other calls in the same batch
            return f"{operation} does no more work as {letter} grows; {here}, caches and other calls included"
        return f"{operation} does not slow down as {letter} grows; {here}"
    fit = fit_growth(times[-6:], growth)
    ratio = fit.at(2 * n) / max(fit.at(n), 1e-12)
    far = fit.at(LARGE_N)
    if growth.power == 0:
        return f"{operation} slows down with the logarithm of {letter}; {here}"
    if ratio < NOTICED:
        return f"{operation} does more work as {letter} grows, which hardly shows yet; {here}"
    at_large = (
        f"; at {letter} = {LARGE_N:,} about {duration(far)} per call"
        if n < LARGE_N <= FARTHEST * n
        else f"; {here}"
    )
    return f"doubling {letter} makes {operation} {ratio:.1f} times slower{at_large}"


def duration(seconds: float) -> str:
    """Write a duration with a unit that people read: `8 ms`, `60 ns`, `3 hours`."""
    for limit, unit, size in (
        (1e-6, "ns", 1e-9),
        (1e-3, "µs", 1e-6),
        (1.0, "ms", 1e-3),
        (120.0, "s", 1.0),
        (7200.0, "minutes", 60.0),
        (172_800.0, "hours", 3600.0),
        (3.2e7, "days", 86_400.0),
    ):
        if seconds < limit:
            value = seconds / size
            return f"{value:.0f} {unit}" if value >= 10 else f"{value:.1f} {unit}"
    return "years"
