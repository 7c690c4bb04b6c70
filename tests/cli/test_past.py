"""`judge report` in its formats."""

from __future__ import annotations

import json
import stat
from xml.etree import ElementTree

import pytest


@pytest.fixture
def judged(desk):
    """A desk with one wrong answer judged; returns its id."""
    desk.solve("min-stack", desk.wrong("rte_array_of_32_bits.py"))
    return desk.run("submit", "min-stack", "--no-complexity", "--json").document()["id"]


def test_the_page_of_a_judging_has_its_source_with_the_failing_line(desk, judged):
    """`--html FILE` writes the page, with the submission as it was judged, whatever became of the file."""
    desk.write("submissions/min-stack/solution.py", "changed since")
    answer = desk.run("report", judged, "--html", "out.html")
    assert (answer.code, answer.out) == (0, "")
    page = (desk.folder / "out.html").read_text(encoding="utf-8")
    assert page.startswith("<!DOCTYPE html>")
    marked = page.split('class="marked"')[1].split("</span>")[0]
    assert "self.stack.append(val)" in marked
    assert "OverflowError" in marked
    assert "changed since" not in page


def test_the_page_opens_in_the_browser_that_is_set(desk, judged):
    """`--open` writes the page under .judge and hands it to the browser."""
    browser = desk.write("browser", '#!/bin/sh\necho "$1" > opened\n')
    browser.chmod(browser.stat().st_mode | stat.S_IXUSR)
    answer = desk.run("report", "--open", BROWSER=str(browser))
    assert answer.code == 0
    opened = (desk.folder / "opened").read_text().strip()
    assert opened == (desk.folder / ".judge" / "reports" / f"{judged}.html").as_uri()


def test_a_page_that_cannot_be_written_is_a_clear_line(desk, judged):
    """A place that is no place ends with 2 and names it."""
    answer = desk.run("report", judged, "--html", "no/such/folder.html")
    assert answer.code == 2
    assert answer.err.startswith("judge: no/such/folder.html: cannot be written")


def test_junit_and_json_of_a_judging(desk, judged):
    """`--junit -` is XML with a failure; `--json` beside a file still prints the one document."""
    answer = desk.run("report", judged, "--junit", "-")
    assert answer.code == 0
    root = ElementTree.fromstring(answer.out)
    assert int(root.attrib["failures"]) + int(root.attrib["errors"]) >= 1
    both = desk.run("report", judged, "--html", "out.html", "--json")
    assert json.loads(both.out)["id"] == judged


def test_two_answers_for_stdout_are_refused(desk, judged):
    """--json beside another format is no answer to choose from in silence; beside its own it is the same."""
    refused = desk.run("report", judged, "--json", "--format", "csv")
    assert (refused.code, refused.out) == (2, "")
    assert "--json and --format csv would both write to stdout" in refused.err
    assert desk.run("report", judged, "--json", "--format", "json").document()["id"] == judged


@pytest.mark.parametrize("form", ["text", "json", "html", "markdown", "junit", "ctrf", "csv", "gradescope"])
def test_every_format_prints_something_of_this_judging(desk, judged, form):
    """`--format` prints the judging in each format."""
    answer = desk.run("report", judged, "--format", form)
    assert answer.code == 0
    assert "RTE" in answer.out


def test_the_time_of_a_judging_is_shown(desk, judged):
    """The text of an earlier judging begins with when it was."""
    assert desk.run("report", judged).out.startswith("judged 20")
