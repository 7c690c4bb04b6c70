"""CTRF, the Common Test Report Format (ctrf.io): one JSON report, one test for each hidden test."""

from __future__ import annotations

import time
from collections.abc import Iterable

from judge.judgement import Judgement
from judge.report.json import write
from judge.report.outcomes import Outcome, outcomes
from judge.version import __version__

SPEC_VERSION = "0.0.0"
"""The schema asks for a version and, before its first release, names no other."""

_STATUS = {"passed": "passed", "failed": "failed", "error": "failed", "unknown": "other"}


def render(judgement: Judgement) -> str:
    """Return one report."""
    return render_all([judgement])


def render_all(judgements: Iterable[Judgement]) -> str:
    """Return one report for all; a submission is a suite."""
    tests: list[dict[str, object]] = []
    wall_s = 0.0
    for judgement in judgements:
        found = outcomes(judgement)
        wall_s += judgement.resources.wall_s
        # Tests run interleaved, so that only the whole has a time; each gets its share of it.
        share_ms = round(judgement.resources.wall_s * 1e3 / len(found))
        tests += [_test(judgement, test, share_ms) for test in found]
    stop_ms = round(time.time() * 1e3)
    counts = {
        status: sum(test["status"] == status for test in tests)
        for status in ("passed", "failed", "skipped", "pending", "other")
    }
    return write(
        {
            "reportFormat": "CTRF",
            "specVersion": SPEC_VERSION,
            "generatedBy": "judge",
            "results": {
                "tool": {"name": "judge", "version": __version__},
                "summary": {
                    "tests": len(tests),
                    **counts,
                    "start": stop_ms - round(wall_s * 1e3),
                    "stop": stop_ms,
                },
                "tests": tests,
            },
        }
    )


def _test(judgement: Judgement, test: Outcome, share_ms: int) -> dict[str, object]:
    entry: dict[str, object] = {
        "name": test.name,
        "status": _STATUS[test.status],
        "duration": share_ms,
        "suite": [judgement.problem, judgement.path or judgement.id],
        "rawStatus": test.kind or test.status,
    }
    if test.message:
        entry["message"] = test.message
    if test.detail:
        entry["trace"] = test.detail
    if judgement.path:
        entry["filePath"] = judgement.path
    return entry
