"""Judgements to show."""

from __future__ import annotations

import pytest

from judge.judgement import (
    AppliedLimits,
    Counterexample,
    Judgement,
    OperationCost,
    PropertyResult,
    Resources,
    SandboxUsed,
)
from judge.verdict import Verdict

SOURCE = """\
class MinStack:
    def __init__(self):
        self.items = []
    def getMin(self):
        return min(self.items)
"""


def cost(
    operation: str, measured: str, status: str, points: tuple[tuple[int, float], ...], **more
) -> OperationCost:
    """One operation's cost, required to be O(1)."""
    return OperationCost(operation, "O(1)", measured, status, 0.97, points, **more)


LADDER = tuple(256 * 2**step for step in range(8))

GROWING = cost("getMin", "O(n)", "exceeded", tuple((n, 1.3e-8 * n) for n in LADDER))._replace(
    shape="descending pushes",
    growth="doubling n makes getMin 2.0 times slower",
    line=5,
)
FLAT = cost("push", "O(1)", "within", tuple((n, 1e-7) for n in LADDER))
UNCLEAR = cost("pop", "", "inconclusive", ())._replace(
    reason="the machine was too noisy; give --complexity-budget 30"
)

EXAMPLE = Counterexample(
    property="minimum",
    code="s = MinStack()\ns.push(1)\nprint(s.getMin())  # expected 1, got 0",
    expected="1",
    actual="0",
    shrunk=True,
    words="getMin is the smallest element",
    state="items = [1]",
)


@pytest.fixture
def accepted() -> Judgement:
    """An accepted judgement with everything in it; `replace` changes it."""
    return Judgement(
        id="a1b2c3d4e5",
        problem="min-stack",
        problem_version="v1",
        path="submissions/min-stack/solution.py",
        sha256="0" * 64,
        verdict=Verdict.AC,
        message="all 1012 cases passed",
        properties=(PropertyResult("minimum", "getMin is the smallest element", Verdict.AC, 1012),),
        passed=1012,
        failed=0,
        counterexample=None,
        complexity=(FLAT,),
        space=(),
        limits=AppliedLimits(2.0, 12.0, 256 << 20, 64 << 20, 16),
        resources=Resources(0.12, 0.25, 12 << 20, 0.06),
        stdout="",
        stderr="",
        truncated=False,
        sandbox=SandboxUsed("local", ("landlock", "seccomp"), True),
        seed=0,
        judge_version="0.1.0",
    )


@pytest.fixture
def wrong(accepted: Judgement) -> Judgement:
    """A wrong answer."""
    return accepted._replace(
        verdict=Verdict.WA,
        message="getMin: expected 1, got 0",
        failed=1,
        counterexample=EXAMPLE,
        complexity=(),
        properties=(PropertyResult("minimum", "getMin is the smallest element", Verdict.WA, 1012),),
    )


@pytest.fixture
def growing(accepted: Judgement) -> Judgement:
    """Right, but too slow."""
    return accepted._replace(
        verdict=Verdict.CX,
        message="getMin is O(n), required O(1)",
        complexity=(FLAT, GROWING, UNCLEAR),
    )


@pytest.fixture
def source() -> str:
    """The submission of these judgements."""
    return SOURCE
