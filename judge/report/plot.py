"""Log-log plots in characters, drawn by plotext (the extra `plot`)."""

from __future__ import annotations

import math
import re
from importlib.util import find_spec

from judge.judgement import OperationCost
from judge.report import curves
from judge.report.page import Page
from judge.report.units import seconds, size

MISSING = "(no plots: plotext is not installed; pip install 'interview-judge[plot]')"

_WIDTH = 64
_HEIGHT = 14
_TICKS = 4
_FLAT_DECADES = 0.3


def available() -> bool:
    """Whether plotext is there."""
    return find_spec("plotext") is not None


def draw(cost: OperationCost, page: Page, *, unit: str = "s") -> str:
    """Draw one operation's points, the fitted curve and the required bound.

    `unit` is `s` (the points are seconds per call) or `bytes`.
    """
    points = curves.usable(cost.points)
    if len(points) < 2:
        return f"{cost.operation}: too few points to plot"
    fitted, required = curves.fitted(cost), curves.required(cost)
    marks = ("●", "·", "-") if page.unicode else ("o", ".", "-")
    body = _body(points, fitted, required, marks, page, unit)
    legend = f"{marks[0]} measured"
    if fitted:
        legend += f"   {marks[1]} fitted {cost.measured}"
    if required and cost.measured != (cost.allowed or cost.required):
        legend += f"   {marks[2]} required {cost.required}"
        if cost.allowed:
            legend += f", {cost.allowed} in {cost.letter}"
    what = "seconds per call" if unit == "s" else "bytes"
    return f"{cost.operation}: {what} against {cost.letter} (both logarithmic)\n{body}\n  {legend}"


def _body(
    points: list[curves.Point],
    fitted: list[curves.Point],
    required: list[curves.Point],
    marks: tuple[str, str, str],
    page: Page,
    unit: str,
) -> str:
    import plotext  # type: ignore[import-untyped]

    figure = plotext.figure
    figure.clear()
    figure.plot_size(min(_WIDTH, page.width - 2), _HEIGHT)
    figure.theme("colorless")
    # The logarithms are taken here: plotext's own log scale does not mix with chosen limits and ticks.
    shown = [*points, *fitted, *required]
    for axis, values, words in (
        ("x", [n for n, _ in shown], _whole),
        ("y", [y for _, y in shown], seconds if unit == "s" else size),
    ):
        low, high = math.log10(min(values)), math.log10(max(values))
        if high - low < _FLAT_DECADES:  # a flat line belongs in the middle, not blown up to noise
            low, high = low - 0.5, high + 0.5
        places = [low + (high - low) * i / (_TICKS - 1) for i in range(_TICKS)]
        ruler = figure.ruler(axis)
        ruler.lim(low, high)
        ruler.ticks(places, [words(10**place) for place in places])
    for curve, mark in ((required, marks[2]), (fitted, marks[1]), (points, marks[0])):
        if curve:
            across, up = [math.log10(n) for n, _ in curve], [math.log10(y) for _, y in curve]
            figure.draw(figure.signal(across, up, marker=mark))
    text = re.sub("\x1b\\[[0-9;]*m", "", str(figure.build()))
    return "\n".join("  " + line.rstrip() for line in text.rstrip("\n").split("\n"))


def _whole(value: float) -> str:
    return f"{value:,.0f}"
