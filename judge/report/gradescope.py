"""Gradescope's results.json, for one submission; 100 points in all.

Field names and values follow Gradescope's autograder specification. Every test is visible, since reports of
the judge never show hidden sources.
"""

from __future__ import annotations

from judge.judgement import Judgement
from judge.report.json import write
from judge.report.outcomes import Outcome, outcomes, score

POINTS = 100.0


def render(judgement: Judgement) -> str:
    """Return the document."""
    lines = [
        f"{judgement.verdict.value}, {judgement.verdict.words}: {judgement.whole_message}",
        *judgement.notes,
    ]
    tests = [test for test in outcomes(judgement) if test.status != "unknown"]
    return write(
        {
            "score": round(POINTS * score(judgement), 2),
            "execution_time": round(judgement.resources.wall_s, 3),
            "output": "\n".join(lines),
            "output_format": "text",
            "visibility": "visible",
            "stdout_visibility": "hidden",
            "extra_data": {
                "verdict": judgement.verdict.value,
                "problem": judgement.problem,
                "problem_version": judgement.problem_version,
                "judge_version": judgement.judge_version,
            },
            "tests": [_test(test, number) for number, test in enumerate(tests, 1)],
        }
    )


def _test(test: Outcome, number: int) -> dict[str, object]:
    return {
        "name": test.words or test.name,
        "number": str(number),
        "status": "passed" if test.status == "passed" else "failed",
        "output": "\n".join(filter(None, (test.message, test.detail))),
        "output_format": "text",
        "visibility": "visible",
    }
