"""Log-log plots as geometry for SVG: points with their spread, fitted curve, required bound, ticks."""

from __future__ import annotations

import math
from dataclasses import dataclass

from judge.judgement import OperationCost
from judge.report import curves
from judge.report.units import seconds, size

WIDTH, HEIGHT = 560, 300
"""Of the view box, in its own units; the page scales it."""
_LEFT, _RIGHT, _TOP, _BOTTOM = 72, 14, 12, 40
_FLAT_DECADES = 0.5
_FEW_DECADES = 2.0


@dataclass(frozen=True, slots=True)
class Dot:
    """A measured point; `low` and `high` are the ends of its spread, equal to `y` where it is not known."""

    x: float
    y: float
    low: float
    high: float
    words: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A tick of an axis: where it stands, and what it reads."""

    at: float
    words: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """One operation's plot."""

    operation: str
    unit_words: str
    dots: tuple[Dot, ...]
    fitted: str
    """An SVG path, or empty."""
    required: str
    x_ticks: tuple[Tick, ...]
    y_ticks: tuple[Tick, ...]


@dataclass(frozen=True, slots=True)
class _Frame:
    low_x: float
    high_x: float
    low_y: float
    high_y: float

    def x(self, n: float) -> float:
        share = (math.log10(n) - self.low_x) / (self.high_x - self.low_x)
        return round(_LEFT + share * (WIDTH - _LEFT - _RIGHT), 1)

    def y(self, value: float) -> float:
        share = (math.log10(value) - self.low_y) / (self.high_y - self.low_y)
        return round(HEIGHT - _BOTTOM - share * (HEIGHT - _TOP - _BOTTOM), 1)


def drawing(cost: OperationCost, *, unit: str = "s") -> Drawing | None:
    """Lay one operation's plot out; None where there are fewer than two points. `unit` is `s` or `bytes`."""
    points = curves.usable(cost.points)
    if len(points) < 2:
        return None
    words = seconds if unit == "s" else size
    fitted, required = curves.fitted(cost), curves.required(cost)
    spread = _spread(cost)
    ends = [end for pair in spread.values() for end in pair]
    frame = _frame(points, [*(y for _, y in (*points, *fitted, *required)), *ends])
    dots = []
    for n, y in points:
        low, high = spread.get(n, (y, y))
        what = f"{cost.letter} = {n:,.0f}: {words(y)}"
        dots.append(Dot(frame.x(n), frame.y(y), frame.y(low), frame.y(high), what))
    return Drawing(
        operation=cost.operation,
        unit_words="time per call" if unit == "s" else "memory",
        dots=tuple(dots),
        fitted=_path(frame, fitted),
        required=_path(frame, required),
        x_ticks=tuple(Tick(frame.x(n), f"{n:,.0f}") for n in _few([n for n, _ in points])),
        y_ticks=tuple(Tick(frame.y(value), words(value)) for value in _heights(frame)),
    )


def _spread(cost: OperationCost) -> dict[float, tuple[float, float]]:
    """The low and high end of each point, where the measurement tells them."""
    pairs = zip(cost.points, cost.spread, strict=False)
    return {float(n): (low, high) for (n, _), (low, high) in pairs if 0 < low <= high}


def _frame(points: list[curves.Point], heights: list[float]) -> _Frame:
    low_y, high_y = math.log10(min(heights)), math.log10(max(heights))
    if high_y - low_y < _FLAT_DECADES:
        middle = (low_y + high_y) / 2
        low_y, high_y = middle - _FLAT_DECADES, middle + _FLAT_DECADES
    pad = (high_y - low_y) * 0.05
    low_x, high_x = math.log10(points[0][0]), math.log10(points[-1][0])
    return _Frame(low_x - 0.03, max(high_x, low_x + 0.1) + 0.03, low_y - pad, high_y + pad)


def _path(frame: _Frame, curve: list[curves.Point]) -> str:
    return " ".join(f"{'L' if at else 'M'}{frame.x(n)},{frame.y(y)}" for at, (n, y) in enumerate(curve))


def _few(values: list[float]) -> list[float]:
    step = max(1, -(-len(values) // 5))
    return values[::step]


def _heights(frame: _Frame) -> list[float]:
    """Round values inside the frame: powers of ten, with 2 and 5 times them where there are few."""
    steps = (1, 2, 5) if frame.high_y - frame.low_y < _FEW_DECADES else (1,)
    exponents = range(math.floor(frame.low_y), math.ceil(frame.high_y) + 1)
    values = [step * 10.0**exponent for exponent in exponents for step in steps]
    inside = [value for value in values if frame.low_y <= math.log10(value) <= frame.high_y]
    return inside[:: max(1, -(-len(inside) // 6))]
