"""Exercism's results.json (version 2 of the test runner interface), for one submission."""

from __future__ import annotations

from judge.judgement import Judgement
from judge.report.json import write
from judge.report.outcomes import Outcome, outcomes
from judge.verdict import Verdict

VERSION = 2
"""Version 3 differs by links to the numbered tasks of a concept exercise, which problems do not have."""

OUTPUT_CAP = 500
MESSAGE_CAP = 65_535
TRUNCATED = "\n(cut: 500 characters are shown)"


def render(judgement: Judgement) -> str:
    """Return the document."""
    if judgement.verdict in (Verdict.CE, Verdict.IE) or not judgement.properties:
        message = f"{judgement.verdict.words}: {judgement.whole_message}"
        return write({"version": VERSION, "status": "error", "message": message[:MESSAGE_CAP], "tests": []})
    tests = [_test(judgement, test) for test in outcomes(judgement) if test.status != "unknown"]
    status = "pass" if judgement.verdict is Verdict.AC else "fail"
    return write({"version": VERSION, "status": status, "message": None, "tests": tests})


def _test(judgement: Judgement, test: Outcome) -> dict[str, object]:
    entry: dict[str, object] = {
        "name": test.words or test.name,
        "status": {"passed": "pass", "failed": "fail", "error": "error"}[test.status],
    }
    if test.status == "passed":
        return entry
    example = judgement.counterexample
    entry["message"] = (test.message or test.kind)[:MESSAGE_CAP]
    if example is not None and test.detail:
        entry["test_code"] = example.code
        if example.printed:
            entry["output"] = _cut(example.printed)
    return entry


def _cut(text: str) -> str:
    return text if len(text) <= OUTPUT_CAP else text[: OUTPUT_CAP - len(TRUNCATED)] + TRUNCATED
