"""JUnit XML: one suite for each submission, one case for each hidden test; read by CI systems.

Follows the schema that the Jenkins plugin and JUnit 5's own tests use (`jenkins-junit.xsd`): testsuites >
testsuite > testcase > failure | error | skipped. XML 1.0 has no place for most control characters, and a
terminal obeys some of the others, so all are spelled out.
"""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from judge.judgement import Judgement
from judge.report.outcomes import Outcome, outcomes
from judge.wire.lines import printable

_TAGS = {"failed": "failure", "error": "error", "unknown": "skipped"}


def render(judgement: Judgement) -> str:
    """Return one document with one suite."""
    return render_all([judgement])


def render_all(judgements: Iterable[Judgement]) -> str:
    """Return one document with a suite for each judgement."""
    suites: list[str] = []
    totals = dict.fromkeys(("tests", "failures", "errors"), 0)
    time_s = 0.0
    for judgement in judgements:
        tests = outcomes(judgement)
        counts = _counts(tests)
        for name in totals:
            totals[name] += counts[name]
        time_s += judgement.resources.wall_s
        suites.append(_suite(judgement, tests, counts))
    head = f"<testsuites name={_attribute('judge')} {_numbers(totals)} time={_attribute(f'{time_s:.6f}')}>"
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', head, *suites, "</testsuites>", ""])


def _counts(tests: tuple[Outcome, ...]) -> dict[str, int]:
    return {
        "tests": len(tests),
        "failures": sum(test.status == "failed" for test in tests),
        "errors": sum(test.status == "error" for test in tests),
        "skipped": sum(test.status == "unknown" for test in tests),
    }


def _numbers(counts: dict[str, int]) -> str:
    return " ".join(f'{name}="{count}"' for name, count in counts.items())


def _suite(judgement: Judgement, tests: tuple[Outcome, ...], counts: dict[str, int]) -> str:
    name = f"{judgement.problem} {judgement.path or judgement.id}"
    time_s = f"{judgement.resources.wall_s:.6f}"
    facts = {
        "verdict": judgement.verdict.value,
        "id": judgement.id,
        "sha256": judgement.sha256,
        "seed": str(judgement.seed),
        "judge_version": judgement.judge_version,
    }
    properties = "".join(
        f"<property name={_attribute(key)} value={_attribute(value)}/>" for key, value in facts.items()
    )
    lines = [
        f"<testsuite name={_attribute(name)} {_numbers(counts)} time={_attribute(time_s)}>",
        f"<properties>{properties}</properties>",
        *(_case(judgement, test) for test in tests),
    ]
    for tag, text in (("system-out", judgement.stdout), ("system-err", judgement.stderr)):
        if text:
            lines.append(f"<{tag}>{_text(text)}</{tag}>")
    return "\n".join([*lines, "</testsuite>"])


def _case(judgement: Judgement, test: Outcome) -> str:
    head = f"<testcase classname={_attribute(judgement.problem)} name={_attribute(test.name)}"
    tag = _TAGS.get(test.status)
    if tag is None:
        return f"{head}/>"
    kind = f" type={_attribute(test.kind)}" if test.kind else ""
    inside = f"<{tag} message={_attribute(test.message)}{kind}>{_text(test.detail)}</{tag}>"
    if tag == "skipped":
        inside = f"<skipped message={_attribute(test.message)}/>"
    return f"{head}>{inside}</testcase>"


def _attribute(text: str) -> str:
    return quoteattr(printable(text), {"\n": "&#10;", "\t": "&#9;"})


def _text(text: str) -> str:
    return escape(printable(text))
