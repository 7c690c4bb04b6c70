"""What fails only when it is large is shown as a case too."""

from __future__ import annotations

import subprocess
import sys

import pytest

from judge.verdict import Verdict
from tests.sources import STACK

RIGHT = STACK
WRONG = STACK.replace("return self.s[-1][1]", "return self.s[-1][1] + (len(self.s) > 5000)")
RAISES = STACK.replace("return self.s[-1][1]", "return self.s[-1][1] if len(self.s) < 5000 else [][0]")
DEEP = """\
def isPalindrome(s):
    kept = [c for c in s.casefold() if c.isalnum()]
    return kept == kept[::-1] and len(kept) < 3000
"""


@pytest.mark.parametrize(
    ("slug", "source", "verdict", "shown"),
    [
        ("min-stack", WRONG, Verdict.WA, "# expected"),
        ("min-stack", RAISES, Verdict.RTE, "IndexError"),
        ("palindrome", DEEP, Verdict.WA, "# expected True, got False"),
    ],
)
def test_a_large_failure_has_a_case_to_paste(judge, slug, source, verdict, shown):
    """The message has the size; the code is short, complete, and shows the failure below the file."""
    found = judge(slug, source, complexity=True, shrink_budget_s=20.0)  # this machine may be a busy one
    assert found.verdict is verdict
    assert "at n = " in found.message
    assert found.failed == 1 and found.passed >= 1000
    example = found.counterexample
    assert shown in example.code.splitlines()[-1]
    assert example.code.count("\n") < 60
    done = subprocess.run(
        [sys.executable, "-c", f"{source}\n{example.code}"], capture_output=True, text=True, timeout=60
    )
    wrong = example.actual if verdict is Verdict.WA else "IndexError"
    assert wrong in done.stdout + done.stderr


def test_a_model_that_fails_when_large_is_nobodys_fault(judge, engine, problems, monkeypatch):
    """A model recurses, or runs out of something, at sizes that no hidden case has: the verdict stands."""
    oracle = engine.oracle(problems("min-stack"))
    model = oracle.tests.model

    class Small(model):
        def push(self, val):
            super().push(val)
            if len(self.items) > 3000:
                raise RecursionError("too deep")

    monkeypatch.setattr(oracle.tests, "model", Small)
    found = judge("min-stack", WRONG, complexity=True)
    assert found.verdict is Verdict.WA
    assert "wrong only when large, at n = " in found.message


def test_a_model_that_would_take_too_long_is_not_waited_for(judge, problems):
    """Without time to find the case, the message stands alone."""
    found = judge("min-stack", WRONG, complexity=True, shrink_budget_s=0.0)
    assert found.verdict is Verdict.WA
    assert "wrong only when large, at n = " in found.message
    assert found.counterexample is None
