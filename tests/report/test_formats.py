"""The formats of other systems, held against what those systems publish of them.

The facts below (names, types, which are required, which values are allowed) were taken from: CTRF's JSON
schema (ctrf.io); the `jenkins-junit.xsd` that JUnit 5 tests itself against; Gradescope's autograder
specification; Exercism's test runner interface; PrairieLearn's external grading documentation.
"""

from __future__ import annotations

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from judge import Judge
from judge.errors import UsageError
from judge.judgement import Counterexample, Judgement, OperationCost
from judge.report import formats
from judge.verdict import Verdict
from judge.wire.lines import printable

TINY = Path(__file__).resolve().parents[2] / "bench" / "tiny" / "problems"
SOURCES = {
    "AC": "def twice(x):\n    return x + x\n",
    "WA": "def twice(x):\n    print('at', x)\n    return x * x\n",
    "RTE": "def twice(x):\n    return [][x]\n",
    "CE": "def twice(x:\n",
    "import": "raise ValueError('no')\n",
}
NASTY = "]]></failure>\x00\x1b[31m\ud800\u202e\x9b <b>`|\r\n=1+1"


@pytest.fixture(scope="module")
def judgements() -> Iterator[dict[str, Judgement]]:
    """Real judgements of each kind, and some that are hard to get: CX, IE, and hostile texts."""
    with Judge(TINY, complexity=False) as judge:
        found = {name: judge.judge("twice", source).judgement for name, source in SOURCES.items()}
    right = found["AC"]
    cost = OperationCost("twice", "O(1)", "O(n)", "exceeded", 0.99, ((1, 1e-6), (2, 2e-6)), growth="doubles")
    doubt = OperationCost("space", "O(1)", "", "inconclusive", 0.4, reason="too noisy")
    found["CX"] = right._replace(
        verdict=Verdict.CX, message="twice grows", complexity=(cost,), space=(doubt,)
    )
    found["IE"] = right._replace(verdict=Verdict.IE, message="the judge failed", properties=())
    found["nasty"] = found["WA"]._replace(
        id=NASTY,
        path=NASTY,
        message=NASTY,
        stdout=NASTY,
        stderr=NASTY,
        counterexample=Counterexample("p", NASTY, NASTY, NASTY, True, words=NASTY, printed=NASTY * 100),
    )
    yield found


KINDS = [*SOURCES, "CX", "IE", "nasty"]

Shape = dict[str, tuple[Callable[[Any], bool], bool]]
"""Key -> (is the value allowed, is the key required)."""


def is_text(value: Any) -> bool:
    return isinstance(value, str)


def is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def is_whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def one_of(*allowed: object) -> Callable[[Any], bool]:
    return lambda value: value in allowed


def check(record: Any, shape: Shape, *, closed: bool = True) -> None:
    """Hold a record against a shape."""
    assert isinstance(record, dict)
    for key, (allowed, required) in shape.items():
        assert key in record or not required, f"{key} is missing"
        assert key not in record or allowed(record[key]), f"{key}: {record[key]!r}"
    assert not closed or set(record) <= set(shape), set(record) - set(shape)


def rendered(form: str, judgement: Judgement) -> Any:
    """Render, encode as a file would be, and parse."""
    return json.loads(formats.render(form, judgement).encode())


# -- CTRF -----------------------------------------------------------------------------------------------

COUNTS = ("passed", "failed", "skipped", "pending", "other")
CTRF_TEST: Shape = {
    "name": (lambda value: is_text(value) and len(value) > 0, True),
    "status": (one_of(*COUNTS), True),
    "duration": (is_whole, True),
    "suite": (lambda value: isinstance(value, list) and value and all(map(is_text, value)), False),
    "message": (is_text, False),
    "trace": (is_text, False),
    "rawStatus": (is_text, False),
    "filePath": (is_text, False),
}


@pytest.mark.parametrize("kind", KINDS)
def test_ctrf_is_as_its_schema_says(judgements: dict[str, Judgement], kind: str) -> None:
    """Required keys, types and values; the summary counts what the tests say."""
    report = rendered("ctrf", judgements[kind])
    assert report["reportFormat"] == "CTRF" and re.fullmatch(r"\d+\.\d+\.\d+", report["specVersion"])
    assert set(report) <= {
        "reportFormat",
        "specVersion",
        "generatedBy",
        "results",
        "timestamp",
        "reportId",
        "extra",
    }
    results = report["results"]
    check(results["tool"], {"name": (is_text, True), "version": (is_text, False)})
    check(results["summary"], dict.fromkeys(("tests", *COUNTS, "start", "stop"), (is_whole, True)))
    for test in results["tests"]:
        check(test, CTRF_TEST)
    statuses = [test["status"] for test in results["tests"]]
    assert {name: results["summary"][name] for name in COUNTS} == {n: statuses.count(n) for n in COUNTS}
    assert results["summary"]["tests"] == len(statuses) > 0
    assert ("failed" in statuses) is (kind != "AC")


# -- JUnit ----------------------------------------------------------------------------------------------

JUNIT = {
    "testsuites": ({"name", "time", "tests", "failures", "disabled", "errors"}, {"testsuite"}),
    "testsuite": (
        {
            "name", "tests", "failures", "errors", "time", "disabled", "skipped", "timestamp", "hostname",
            "id", "package",
        },
        {"properties", "testcase", "system-out", "system-err"},
    ),
    "properties": (set[str](), {"property"}),
    "property": ({"name", "value"}, set[str]()),
    "testcase": (
        {"name", "assertions", "time", "classname", "status"},
        {"skipped", "error", "failure", "system-out", "system-err"},
    ),
    "failure": ({"type", "message"}, set[str]()),
    "error": ({"type", "message"}, set[str]()),
    "skipped": ({"message"}, set[str]()),
    "system-out": (set[str](), set[str]()),
    "system-err": (set[str](), set[str]()),
}  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_junit_is_as_its_schema_says(judgements: dict[str, Judgement], kind: str) -> None:
    """Elements in their places, attributes that are known, counts that are right."""
    root = ET.fromstring(formats.render("junit", judgements[kind]).encode())
    assert root.tag == "testsuites"
    for element in root.iter():
        attributes, children = JUNIT[element.tag]
        assert set(element.attrib) <= attributes
        assert {child.tag for child in element} <= children
    (suite,) = root
    cases = suite.findall("testcase")
    assert all(case.get("name") and case.get("classname") for case in cases)
    for attribute, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        assert int(suite.attrib[attribute]) == len(suite.findall(f"testcase/{tag}"))
    assert int(suite.attrib["tests"]) == int(root.attrib["tests"]) == len(cases) > 0
    bad = int(suite.attrib["failures"]) + int(suite.attrib["errors"])
    assert (bad > 0) is (kind != "AC")


def test_junit_shows_the_failing_case(judgements: dict[str, Judgement]) -> None:
    """The failure's text is the smallest case, its message the judge's one line."""
    root = ET.fromstring(formats.render("junit", judgements["WA"]))
    failure, *others = sorted(root.iter("failure"), key=lambda each: not each.text)
    assert all(not each.text and "the smallest one is of" in each.attrib["message"] for each in others)
    example = judgements["WA"].counterexample
    assert example is not None and example.code.strip() in (failure.text or "")
    assert failure.get("message") == judgements["WA"].message and failure.get("type") == "WA"


# -- Gradescope -----------------------------------------------------------------------------------------

VISIBILITY = one_of("hidden", "after_due_date", "after_published", "visible")
OUTPUT_FORMATS = one_of("text", "html", "simple_format", "md", "ansi")


@pytest.mark.parametrize("kind", KINDS)
def test_gradescope_is_as_its_specification_says(judgements: dict[str, Judgement], kind: str) -> None:
    """A score for the whole, tests that pass or fail, known visibilities and formats."""
    results = rendered("gradescope", judgements[kind])
    check(
        results,
        {
            "score": (is_number, True),
            "execution_time": (is_number, False),
            "output": (is_text, False),
            "output_format": (OUTPUT_FORMATS, False),
            "visibility": (VISIBILITY, False),
            "stdout_visibility": (VISIBILITY, False),
            "extra_data": (lambda value: isinstance(value, dict), False),
            "tests": (lambda value: isinstance(value, list), False),
        },
    )
    for test in results["tests"]:
        check(
            test,
            {
                "name": (is_text, False),
                "number": (is_text, False),
                "status": (one_of("passed", "failed"), False),
                "output": (is_text, False),
                "output_format": (OUTPUT_FORMATS, False),
                "visibility": (VISIBILITY, False),
            },
        )
    assert 0 <= results["score"] <= 100
    assert (results["score"] == 100) is (kind == "AC")


# -- Exercism -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
def test_exercism_is_as_its_interface_says(judgements: dict[str, Judgement], kind: str) -> None:
    """Version 2: an error has a message; else there are tests, and the whole agrees with them."""
    results = rendered("exercism", judgements[kind])
    maybe_text: Callable[[Any], bool] = lambda value: value is None or is_text(value)  # noqa: E731
    check(
        results,
        {
            "version": (one_of(2), True),
            "status": (one_of("pass", "fail", "error"), True),
            "message": (maybe_text, False),
            "tests": (lambda value: isinstance(value, list), True),
        },
    )
    for test in results["tests"]:
        check(
            test,
            {
                "name": (is_text, True),
                "status": (one_of("pass", "fail", "error"), True),
                "message": (maybe_text, False),
                "output": (lambda value: is_text(value) and len(value) <= 500, False),
                "test_code": (is_text, False),
            },
        )
    statuses = {test["status"] for test in results["tests"]}
    wanted = {"AC": "pass", "CE": "error", "IE": "error", "import": "error"}.get(kind, "fail")
    assert results["status"] == wanted
    if wanted == "error":
        assert results["message"]
    else:
        assert results["message"] is None and statuses
        assert (statuses == {"pass"}) is (wanted == "pass")


# -- PrairieLearn ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
def test_prairielearn_is_as_its_documentation_says(judgements: dict[str, Judgement], kind: str) -> None:
    """A score between 0 and 1, at most 1 MB; what does not compile is not gradable."""
    text = formats.render("prairielearn", judgements[kind])
    results = json.loads(text)
    assert len(text.encode()) < 1_000_000
    check(
        results,
        {
            "gradable": (lambda value: isinstance(value, bool), False),
            "score": (lambda value: is_number(value) and 0 <= value <= 1, True),
            "message": (is_text, False),
            "output": (is_text, False),
            "format_errors": (lambda value: isinstance(value, list) and all(map(is_text, value)), False),
            "tests": (lambda value: isinstance(value, list), False),
        },
    )
    for test in results["tests"]:
        check(
            test,
            {
                "name": (is_text, True),
                "description": (is_text, False),
                "points": (is_number, False),
                "max_points": (is_number, False),
                "message": (is_text, False),
                "output": (is_text, False),
            },
        )
        assert 0 <= test["points"] <= test["max_points"]
    assert results["gradable"] is (kind not in ("CE", "IE"))
    assert (results["score"] == 1) is (kind == "AC")


# -- csv and Markdown -----------------------------------------------------------------------------------


def test_csv_keeps_every_cell_and_is_no_formula(judgements: dict[str, Judgement]) -> None:
    """One row for each; a text that a spreadsheet would run is quoted."""
    nasty = judgements["nasty"]._replace(id="=cmd()", message="@x")
    text = formats.render_all("csv", [judgements["AC"], nasty]).encode().decode()
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [row["verdict"] for row in rows] == ["AC", "WA"]
    assert rows[0]["passed"] == str(judgements["AC"].passed)
    assert rows[1]["id"] == "'=cmd()" and rows[1]["message"] == "'@x"


@pytest.mark.parametrize("kind", KINDS)
def test_markdown_says_verdict_and_case(judgements: dict[str, Judgement], kind: str) -> None:
    """The verdict in words; the failing case in a fence that it cannot leave."""
    judgement = judgements[kind]
    text = formats.render("markdown", judgement)
    assert text.startswith(f"## twice: {judgement.verdict.value}, {judgement.verdict.words}")
    if judgement.counterexample is not None:
        assert printable(judgement.counterexample.code.rstrip("\n")) in text
    outside = re.sub(r"(?ms)^(`{3,})python\n.*?^\1$", "", text)
    assert "<b>" not in outside.replace("\\<b\\>", "")


def test_markdown_of_many_is_a_table(judgements: dict[str, Judgement]) -> None:
    """One line for each, whatever is in it."""
    lines = formats.render_all("markdown", list(judgements.values())).splitlines()
    assert len(lines) == 2 + len(judgements)
    assert all(len(re.findall(r"(?<!\\)\|", line)) == 5 for line in lines)


# -- all ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", [f for f in formats.FORMATS if f != "text"])
def test_every_format_is_there(judgements: dict[str, Judgement], form: str) -> None:
    """Each name renders every kind, in letters that UTF-8 can spell."""
    for judgement in judgements.values():
        formats.render(form, judgement).encode()


BREAKS = ("\n", "\r", "\r\n", "\v", "\f", "\x1c", "\x85", "\u2028", "\u2029")


@pytest.mark.parametrize("form", ["markdown", "junit", "ctrf", "gradescope", "prairielearn"])
def test_the_text_of_an_exception_stays_in_its_comment(judgements: dict[str, Judgement], form: str) -> None:
    """The failing case is offered to be pasted and run: no line of it is a stranger's."""
    wrong = judgements["WA"]
    assert wrong.counterexample is not None
    for line_break in BREAKS:
        evil = f"raised ValueError: no{line_break}import os"
        example = wrong.counterexample._replace(expected=evil, actual=evil)
        shown = formats.render(form, wrong._replace(counterexample=example))
        assert "# actual:   raised ValueError: no import os" in shown
        assert "# expected: raised ValueError: no import os" in shown


@pytest.mark.parametrize("form", ["markdown", "csv", "junit", "json", "ctrf"])
def test_no_control_character_is_left(judgements: dict[str, Judgement], form: str) -> None:
    """Documents are read on terminals too: nothing moves the cursor, turns the text round or ends a file."""
    for text in (formats.render(form, judgements["nasty"]), formats.render_all(form, judgements.values())):
        assert not re.search("[\x00\x1b\x9b\u202e\ud800]", text)


def test_json_of_many_is_one_document(judgements: dict[str, Judgement]) -> None:
    """A list of what `judge submit --json` writes."""
    document = json.loads(formats.render_all("json", judgements.values()))
    assert [each["verdict"] for each in document["judgings"]][:2] == ["AC", "WA"]


def test_files_are_named_by_ids_that_cannot_leave_the_folder(
    judgements: dict[str, Judgement], tmp_path: Path
) -> None:
    """Ids with slashes, dots and other letters become plain names, all different."""
    ids = ["a/b.py", "a_b.py", "../../etc/x", "..", "", "ä" * 300, "plain"]
    reports = [judgements["AC"]._replace(id=id) for id in ids]
    assert formats.write_each("gradescope", reports, tmp_path / "out") == len(ids)
    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert len(names) == len(ids) and "plain.json" in names
    assert {path.name for path in tmp_path.iterdir()} == {"out"}


def test_no_id_has_the_file_name_of_another() -> None:
    """An id that is the name made for another one gets a name of its own."""
    made = formats.file_name("ada.py", "")
    assert formats.file_name(made, "") != made
    assert formats.file_name("ada-18419e6d", "") not in (made, formats.file_name(made, ""))


def test_single_formats_have_no_document_for_many(judgements: dict[str, Judgement]) -> None:
    """What other systems read one by one is not put together."""
    with pytest.raises(UsageError, match="one file for each"):
        formats.render_all("gradescope", [judgements["AC"]])
