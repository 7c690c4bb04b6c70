"""How noisy this machine is: paired slices of a known loop on the clock of measuring; and its idlest core."""

from __future__ import annotations

import os
import time
from pathlib import Path
from statistics import median

SLICES = 21
TURNS = 12_000
"""About half a millisecond of loop for each slice."""

NOISY = 0.15
"""Beyond this figure people should be told, and a batch does not measure."""

PAUSE_S = 0.25
"""Between two checks."""


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
    return f"{text}: a noisy machine, close other programs" if noise > NOISY else text


def wait_for_quiet(wait_s: float) -> float:
    """Check the noise until it is tolerable or `wait_s` is over; return the last figure."""
    until = time.monotonic() + wait_s
    noise = measure_noise()
    while noise > NOISY and time.monotonic() < until:
        time.sleep(min(PAUSE_S, wait_s))
        noise = measure_noise()
    return noise


def idle_ticks() -> dict[int, int]:
    """Return, for each core, the hundredths of a second that it has been idle; {} where unknown."""
    try:
        with Path("/proc/stat").open(encoding="ascii") as file:
            rows = [line.split() for line in file if line.startswith("cpu") and line[3].isdigit()]
        return {int(row[0][3:]): int(row[4]) for row in rows}
    except (OSError, ValueError, IndexError):
        return {}


def quiet_cores(before: dict[int, int]) -> list[int]:
    """Return the cores, that which was idle most since `before` first; [] where processes have no core.

    Of two judgings beside each other, or beside a busy program that keeps to one core, each measures on
    the other's idle one.
    """
    try:
        allowed = os.sched_getaffinity(0)
    except (AttributeError, OSError):
        return []
    now = idle_ticks()
    return sorted(allowed, key=lambda core: (now.get(core, 0) - before.get(core, 0), core), reverse=True)
