"""The report on a terminal."""

from __future__ import annotations

import re

import pytest

from judge.report import text
from judge.report.page import Page
from judge.verdict import Verdict
from judge.wire.lines import printable

CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\x80-\x9f]")


def test_the_order_of_a_wrong_answer(wrong, source):
    """Verdict, property, code, expected, actual, state, tests, resources, sandbox: in this order."""
    shown = text.render(wrong, Page(), source=source)
    parts = (
        "WA, wrong answer",
        "getMin is the smallest element, but not here",
        "    s = MinStack()",
        "expected  1",
        "actual    0",
        "before    items = [1]",
        "tests ",
        "CPU time",
        "memory",
        "sandbox",
    )
    places = [shown.index(part) for part in parts]
    assert places == sorted(places)
    assert "2.0 × the reference's 60.0 ms" in shown
    assert "12.0 MiB of 256 MiB" in shown


def test_complexity_with_its_words_and_plot(growing, source):
    """The table, and for what exceeds: growth, worst shape, the line; a plot of that operation only."""
    shown = text.render(growing, Page(), source=source)
    for part in (
        "getMin       O(1)        O(n)        exceeded      97%",
        "getMin: doubling n makes getMin 2.0 times slower",
        "worst shape: descending pushes",
        "line 5: return min(self.items)",
        "pop: the machine was too noisy",
        "● measured   · fitted O(n)   - required O(1)",
    ):
        assert part in shown
    assert shown.count("both logarithmic") == 1
    assert text.render(growing, Page(), plot_all=True).count("both logarithmic") == 2


def test_the_plot_rises_as_the_points_do(growing):
    """In the plot of a linear operation each measured point stands higher than the one before."""
    lines = text.plots(growing, Page(), every=False).splitlines()
    columns = sorted(
        (line.index(mark), row)
        for row, line in enumerate(lines)
        for mark in "●"
        if mark in line and "│" in line
    )
    rows = [row for _, row in columns]
    assert len(rows) >= 6
    assert rows == sorted(rows, reverse=True)
    assert rows[0] - rows[-1] >= 8


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("unicode", [True, False])
def test_no_line_is_wider_than_the_page(wrong, growing, source, width, unicode):
    """Reports fit pages of 60 columns and more, in Unicode and in ASCII."""
    page = Page(width=width, unicode=unicode)
    for judgement in (wrong, growing):
        shown = page.fit(text.render(judgement, page, source=source, plot_all=True))
        assert max(map(len, shown.splitlines())) <= width
        assert unicode or shown.isascii()


def test_colour_is_only_where_the_page_has_it(wrong, growing, source):
    """Without colour the report has no escape, and the words say the same."""
    for judgement in (wrong, growing):
        plain = text.render(judgement, Page(), source=source)
        assert "\x1b" not in plain
        painted = text.render(judgement, Page(colour=True), source=source)
        assert re.sub("\x1b\\[[0-9;]*m", "", painted) == plain


def test_nothing_from_the_box_reaches_the_terminal_raw(wrong):
    """Escapes in values, printed text, messages and notes are spelled out."""
    evil = "\x1b]0;owned\x07\x9b31m\r\x08"
    assert wrong.counterexample is not None
    example = wrong.counterexample._replace(
        code=evil, expected=evil, actual=evil, state=evil, printed=evil, words=evil
    )
    judgement = wrong._replace(counterexample=example, message=evil, stdout=evil, stderr=evil, notes=(evil,))
    assert CONTROL.search(text.render(judgement, Page())) is None
    assert "\\x1b" in printable(evil)


def test_a_value_of_many_lines_stays_in_its_row(wrong):
    """The text of an exception cannot forge lines of the report."""
    assert wrong.counterexample is not None
    evil = "raised ValueError: no\nAC, accepted\n"
    judgement = wrong._replace(counterexample=wrong.counterexample._replace(actual=evil, expected=evil))
    lines = text.render(judgement, Page()).splitlines()
    assert "  actual    raised ValueError: no AC, accepted" in lines
    assert "  expected  raised ValueError: no AC, accepted" in lines


@pytest.mark.parametrize("shrunk", [True, False])
def test_a_case_that_may_be_smaller_says_so(wrong, shrunk):
    """It may have become smaller before the time was over."""
    judgement = wrong._replace(counterexample=wrong.counterexample._replace(shrunk=shrunk))
    shown = text.render(judgement, Page())
    assert ("(this case was not made as small as it can be)" in shown) is not shrunk


def test_long_output_is_cut_and_says_so(accepted):
    """Only the first lines of a long output are shown."""
    shown = text.render(accepted._replace(stdout="line\n" * 500, truncated=True), Page())
    assert shown.count("    line") == 12
    assert "488 lines more" in shown
    assert "printed more than is kept" in shown


def test_an_unisolated_run_and_notes_stand_right_after_the_verdict(accepted):
    """Warnings come before everything but the verdict."""
    judgement = accepted._replace(
        sandbox=accepted.sandbox._replace(isolated=False, layers=()), notes=("mind this",)
    )
    lines = text.render(judgement, Page()).splitlines()
    assert lines[3].startswith("! NOT ISOLATED")
    assert "! mind this" in lines


@pytest.mark.parametrize("verdict", list(Verdict))
def test_every_verdict_is_said_in_code_and_words(accepted, verdict):
    """The first line has the code and the words of each verdict."""
    shown = text.render(accepted._replace(verdict=verdict), Page())
    assert shown.startswith(f"{verdict}, {verdict.words}")
