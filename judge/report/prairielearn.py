"""PrairieLearn's results.json of an external grader, for one submission.

A submission that does not compile is not gradable there: it costs the student no attempt. Neither does a
fault of the judge's own.
"""

from __future__ import annotations

from judge.judgement import Judgement
from judge.report.json import write
from judge.report.outcomes import Outcome, outcomes, score
from judge.verdict import Verdict

TEXT_CAP = 64 * 1024
"""Results may take 1 MB in all."""


def render(judgement: Judgement) -> str:
    """Return the document."""
    message = f"{judgement.verdict.value}, {judgement.verdict.words}: {judgement.whole_message}"[:TEXT_CAP]
    if judgement.verdict in (Verdict.CE, Verdict.IE):
        return write(
            {"gradable": False, "score": 0.0, "message": message, "format_errors": [message], "tests": []}
        )
    tests = [test for test in outcomes(judgement) if test.status != "unknown"]
    return write(
        {
            "gradable": True,
            "score": score(judgement),
            "message": message,
            "output": judgement.stdout[:TEXT_CAP],
            "tests": [_test(test) for test in tests],
        }
    )


def _test(test: Outcome) -> dict[str, object]:
    return {
        "name": test.name,
        "description": test.words,
        "points": 1 if test.status == "passed" else 0,
        "max_points": 1,
        "message": test.message[:TEXT_CAP],
        "output": test.detail[:TEXT_CAP],
    }
