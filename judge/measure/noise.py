"""How noisy this machine is: paired slices of a known loop, on the clock that measuring uses."""

from __future__ import annotations

import time
from statistics import median

SLICES = 21
TURNS = 12_000
"""About half a millisecond of loop for each slice."""


def measure_noise() -> float:
    """Return the median relative difference of neighbouring slices of the same loop, in CPU time.

    Takes about 15 ms. An idle machine gives 0.01 to 0.03.
    """
    spent = []
    for _ in range(SLICES):
        start = time.thread_time_ns()
        total = 0
        for at in range(TURNS):
            total += at & 7
        spent.append(time.thread_time_ns() - start)
    pairs = zip(spent[::2], spent[1::2], strict=False)
    return median(abs(a - b) / max(1, min(a, b)) for a, b in pairs)


def noise_words(noise: float) -> str:
    """Say the figure for people, with what would help where it is high."""
    text = f"paired slices of one loop differ by {noise:.1%}"
    return f"{text}: a noisy machine, close other programs" if noise > 0.15 else text
