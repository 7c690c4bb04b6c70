"""The judgement as one self-contained page: no script, no request, readable on a phone and in the dark.

Drawn by jinja2 (the extra `html`) from page.html.jinja; everything that came out of a box is escaped there.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from judge.errors import UsageError
from judge.judgement import Judgement, OperationCost
from judge.report import drawing
from judge.report.units import seconds, size
from judge.wire.lines import lines_of

_TEMPLATE = Path(__file__).with_name("page.html.jinja")


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One line of the submission; `note` says why it is marked, or is empty."""

    number: int
    text: str
    note: str


def render(judgement: Judgement, *, source: str = "", at_s: float = 0.0) -> str:
    """Return the page. `source` is the submission as it was judged, `at_s` when (seconds since the epoch).

    Raises UsageError where jinja2 is not installed.
    """
    if find_spec("jinja2") is None:
        raise UsageError("HTML reports need jinja2: pip install 'interview-judge[html]'")
    from jinja2 import Environment, StrictUndefined

    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, finalize=visible
    )
    environment.filters.update(seconds=seconds, size=size)
    template = environment.from_string(_TEMPLATE.read_text(encoding="utf-8"))
    when = datetime.datetime.fromtimestamp(at_s).strftime("%Y-%m-%d %H:%M:%S") if at_s else ""
    space = set(judgement.space)
    drawn = [
        (cost, drawing.drawing(cost, unit="bytes" if cost in space else "s"))
        for cost in (*judgement.complexity, *judgement.space)
    ]
    return template.render(
        j=judgement,
        when=when,
        costs=[*judgement.complexity, *judgement.space],
        drawings=[(cost, plot) for cost, plot in drawn if plot is not None],
        width=drawing.WIDTH,
        height=drawing.HEIGHT,
        lines=source_lines(source, judgement),
    )


def visible(value: object) -> object:
    """Spell out control characters, which HTML may not hold, and lone surrogates, which no file can.

    jinja2 calls it for each value before it escapes it, so that none is forgotten.
    """
    if not isinstance(value, str):
        return value
    return "".join(
        char
        if char in "\n\t" or (char.isprintable() and not "\ud800" <= char <= "\udfff") or char == "\xa0"
        else char.encode("unicode_escape").decode("ascii")
        for char in value
    )


def source_lines(source: str, judgement: Judgement) -> list[SourceLine]:
    """The submission line by line, with what the judgement says of each."""
    notes: dict[int, list[str]] = {}
    example = judgement.counterexample
    if example is not None and example.line:
        notes.setdefault(example.line, []).append(example.actual)
    for cost in (*judgement.complexity, *judgement.space):
        if cost.line and cost.status == "exceeded":
            notes.setdefault(cost.line, []).append(_why(cost))
    return [
        SourceLine(number, text, "; ".join(notes.get(number, ())))
        for number, text in enumerate(lines_of(source), 1)
    ]


def _why(cost: OperationCost) -> str:
    words = f": {cost.line_words}" if cost.line_words else ""
    return f"{cost.operation} is {cost.measured}, required {cost.required}{words}"
