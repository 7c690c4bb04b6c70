"""The page: what is in it, and what a browser makes of it."""

from __future__ import annotations

import re
import sys
import warnings
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from browser import CHROMIUM, Browser, colours

from judge.report import html


@pytest.fixture(scope="module")
def browser():
    """A headless Chromium; without one these tests are skipped, aloud."""
    if CHROMIUM is None:
        warnings.warn("Chromium is not installed: the HTML report was not opened in a browser", stacklevel=1)
        pytest.skip("needs chromium (apt-get install chromium)")
    with Browser() as opened:
        yield opened


def test_the_page_is_self_contained(growing, source):
    """No script, no address of anything outside, and a policy that forbids them."""
    page = html.render(growing, source=source, at_s=1.7e9)
    assert "<script" not in page
    assert not re.search(r"""(?:src|href)\s*=\s*["']?(?!data:)[^"'>]""", page)
    assert "url(" not in page
    assert "default-src 'none'" in page


def test_everything_from_the_box_is_escaped(wrong, growing, source):
    """Markup and control characters in values, messages, prints and the source are text."""
    evil = "<script>alert(1)</script><img src=x onerror=1>\x00\x1b&\ud800"
    assert wrong.counterexample is not None
    example = wrong.counterexample._replace(code=evil, expected=evil, actual=evil, printed=evil, state=evil)
    judgement = wrong._replace(
        id=evil,
        problem=evil,
        message=evil,
        stdout=evil,
        path=evil,
        counterexample=example,
        notes=(evil,),
        sandbox=wrong.sandbox._replace(layers=(evil, evil)),
        complexity=(growing.complexity[1]._replace(operation="<b>\ud800\x1b"),),
    )
    page = html.render(judgement, source=source + evil)
    assert "&lt;script&gt;" in page and "&amp;lt;" not in page
    assert "\x1b" not in page and "<b>\\" not in page
    assert "<script>" not in page
    assert "<img" not in page
    assert "\x00" not in page
    page.encode("utf-8")


def test_the_plot_has_points_the_fit_and_the_bound(growing):
    """Each measured operation has a drawing with its points; the exceeded one shows fit and bound apart."""
    page = html.render(growing)
    assert page.count("<svg") == 2
    assert page.count("<circle") == 16
    assert page.count('class="fit"') == 2
    assert page.count('class="bound"') == 2
    assert "fitted O(n)" in page


def test_the_plot_is_against_the_letter_that_grew(growing):
    """A shape may grow in words, not in n: the axis, its caption and the bound in that letter say so."""
    cost = growing.complexity[1]._replace(required="O(m)", allowed="O(1)", letter="words")
    page = html.render(growing._replace(complexity=(cost,)))
    assert page.count("against words") == 2 and "against n" not in page
    assert ">words</text>" in page and ">n</text>" not in page
    assert "required O(m), O(1) in words" in page


def test_the_spread_of_the_points_is_drawn_where_it_is_known(growing):
    """Each point with a spread gets a line from its low to its high end, which both fit the drawing."""
    cost = growing.complexity[1]
    spread = tuple((y * 0.8, y * 1.5) for _, y in cost.points)
    page = html.render(growing._replace(complexity=(cost._replace(spread=spread),)))
    ends = re.findall(r'class="spread" x1="[\d.]+" x2="[\d.]+" y1="([\d.]+)" y2="([\d.]+)"', page)
    assert len(ends) == len(cost.points)
    assert all(0 < float(high) < float(low) < 300 for low, high in ends)
    assert 'class="spread"' not in html.render(growing)


def test_the_line_at_fault_is_marked(growing, wrong, source):
    """The growing line, and the line that raised, are marked in the source with the reason."""
    marked = re.findall(r'<span class="marked">.*?</span>', html.render(growing, source=source), re.S)
    assert len(marked) == 1
    assert "return min(self.items)" in marked[0]
    assert "getMin is O(n), required O(1)" in marked[0]
    assert wrong.counterexample is not None
    raised = wrong._replace(counterexample=wrong.counterexample._replace(line=3, actual="raised KeyError: 1"))
    assert "raised KeyError: 1" in html.render(raised, source=source).split('class="marked"')[1]


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("width", [390, 1000])
@pytest.mark.parametrize("which", ["wrong", "growing"])
def test_a_browser_shows_it(browser, tmp_path, request, source, which, width, dark):
    """No console error, no request, not wider than a phone, not blank, dark where that is wanted."""
    page = tmp_path / "report.html"
    page.write_text(html.render(request.getfixturevalue(which), source=source, at_s=1.7e9), encoding="utf-8")
    seen = browser.open(page, width=width, dark=dark)
    assert seen.errors == []
    assert seen.requests == []
    assert seen.width <= width
    counts = colours(seen.screenshot)
    background = max(counts, key=counts.__getitem__)
    assert (sum(background) < 3 * 128) is dark
    assert len(counts) > 20
    assert sum(counts.values()) - counts[background] > 1_000


def test_the_browser_would_notice(browser, tmp_path):
    """The check itself sees a request, a console error and a blank page."""
    page = tmp_path / "bad.html"
    page.write_text("<img src='http://127.0.0.1:9/x.png'><script>console.error('no')</script>")
    seen = browser.open(page)
    assert seen.requests == ["http://127.0.0.1:9/x.png"]
    assert any("no" in error for error in seen.errors)
    page.write_text("<body></body>")
    assert len(colours(browser.open(page).screenshot)) == 1
