"""Bounds for properties about chance, with a false-alarm rate that an author can state.

A property about randomness fixes its seeds, so the same submission always sees the same draws; the bounds
below say how far a count may be from its mean before that is evidence. A failure is repeated by the judge
in a fresh worker before it is believed.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

FALSE_ALARM_RATE = 1e-6


def count_bounds(trials: int, probability: float, rate: float = FALSE_ALARM_RATE) -> tuple[int, int]:
    """Return the interval outside which a binomial count falls with probability at most `rate`.

    Chernoff's bound in its Kullback-Leibler form, P(X >= k) <= exp(-n KL(k/n, p)) and likewise below
    (Chernoff 1952; Hoeffding 1963, theorem 1), so the rate holds for every number of trials.
    Raises ValueError for a probability outside [0, 1].
    """
    if not 0 <= probability <= 1:
        raise ValueError(f"probability must be in [0, 1] (got {probability})")
    limit = math.log(2 / rate)
    mean = trials * probability
    low, high = math.floor(mean), math.ceil(mean)
    while low > 0 and trials * _divergence((low - 1) / trials, probability) < limit:
        low -= 1
    while high < trials and trials * _divergence((high + 1) / trials, probability) < limit:
        high += 1
    return low, high


def _divergence(found: float, expected: float) -> float:
    total = 0.0
    for a, b in ((found, expected), (1 - found, 1 - expected)):
        if a > 0:
            if b <= 0:
                return math.inf
            total += a * math.log(a / b)
    return total


def frequencies(results: Sequence[Any], expected: Mapping[Any, float], rate: float = FALSE_ALARM_RATE) -> str:
    """Return "" when each outcome is about as frequent as expected, or the reason.

    `expected` maps every possible outcome to its probability; the rate is shared among the outcomes.
    """
    counts: dict[Any, int] = dict.fromkeys(expected, 0)
    for result in results:
        key = tuple(result) if isinstance(result, list) else result
        if key not in counts:
            return f"{result!r} is not a possible outcome"
        counts[key] += 1
    for outcome, probability in expected.items():
        low, high = count_bounds(len(results), probability, rate / max(1, len(expected)))
        if not low <= counts[outcome] <= high:
            share = f"{counts[outcome]} of {len(results)}"
            return f"{outcome!r} came up {share} times, expected {low} to {high}"
    return ""
