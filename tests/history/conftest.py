"""Judgements to keep."""

from __future__ import annotations

import pytest

from judge.judgement import AppliedLimits, Judgement, Resources, SandboxUsed
from judge.verdict import Verdict


def judgement(id: str, problem: str = "min-stack", verdict: Verdict = Verdict.AC) -> Judgement:
    """A small whole judgement."""
    return Judgement(
        id=id,
        problem=problem,
        problem_version="v",
        path=f"submissions/{problem}/solution.py",
        sha256=f"sha-of-{id}",
        verdict=verdict,
        message="said",
        properties=(),
        passed=1,
        failed=0,
        counterexample=None,
        complexity=(),
        space=(),
        limits=AppliedLimits(1.0, 2.0, 3, 4, 5),
        resources=Resources(0.1, 0.2, 3, 0.1),
        stdout="",
        stderr="",
        truncated=False,
        sandbox=SandboxUsed("local", ("landlock",), True),
        seed=0,
        judge_version="0",
    )


@pytest.fixture
def make():
    """Make a judgement by id."""
    return judgement
