"""Quantities in words that people read at a glance."""

from __future__ import annotations

_KIB = 1024


def seconds(value: float) -> str:
    """Seconds with three digits or fewer: `41 ns`, `3.2 ms`, `1.25 s`."""
    if value <= 0:
        return "0 s"
    for factor, unit in ((1.0, "s"), (1e-3, "ms"), (1e-6, "µs"), (1e-9, "ns")):
        if value >= factor:
            return f"{_short(value / factor)} {unit}"
    return f"{_short(value / 1e-9)} ns"


def size(value: float) -> str:
    """Bytes in binary units: `640 KiB`, `12.5 MiB`."""
    for power, unit in ((3, "GiB"), (2, "MiB"), (1, "KiB")):
        if value >= _KIB**power:
            return f"{_short(value / _KIB**power)} {unit}"
    return f"{value:.0f} bytes"


def count(value: int, noun: str, plural: str = "") -> str:
    """A number with its noun, both in agreement: `1 case`, `812 cases`."""
    return f"{value:,} {noun if value == 1 else plural or noun + 's'}"


def clock(value_s: float) -> str:
    """A length of time, `7:05` or `1:02:07`; a negative one keeps its sign."""
    sign, whole = ("-" if value_s < 0 else ""), int(abs(value_s))
    hours, rest = divmod(whole, 3600)
    minutes, left = divmod(rest, 60)
    return f"{sign}{hours}:{minutes:02}:{left:02}" if hours else f"{sign}{minutes}:{left:02}"


def _short(value: float) -> str:
    if value >= 99.95:
        return f"{value:.0f}"
    return f"{value:.1f}" if value >= 9.995 else f"{value:.2f}"
