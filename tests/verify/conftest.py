"""A sound little problem folder to spoil."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from judge.pipeline import Engine
from judge.spec.discover import Roots
from judge.spec.scaffold import MARK, scaffold
from judge.verify.gate import Demands, verify_problem
from judge.verify.report import Report

CASES_ONLY = Demands(complexity=False, mutation=False)

WRONG = {
    "wa_never_removed": ("self._counts[value] -= 1", "pass"),
    "wa_removal_reported_the_other_way": ("return True", "return None"),
    "wa_all_removed": ("self._counts[value] -= 1", "self._counts[value] = 0"),
    "rte_key_must_be_there": ("self._counts.get(value, 0) == 0", "self._counts[value] == 0"),
    "rte_count_of_absent": ("return self._counts.get(value, 0)", "return self._counts[value]"),
}
"""Further wrong solutions of the scaffolded bag: a part of the reference, and what stands in its place."""


class Workshop:
    """A root with one problem in it, and ways to change and verify it."""

    def __init__(self, folder: Path, engine: Engine) -> None:
        self.folder = folder
        self.root = folder / "problems"
        self.engine = engine

    def write(self, name: str, text: str) -> None:
        """Write a file of the workshop."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def change(self, name: str, old: str, new: str) -> None:
        """Replace part of a file."""
        path = self.folder / name
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{old!r} is not in {name}"
        path.write_text(text.replace(old, new), encoding="utf-8")

    def verify(self, *only: str, demands: Demands = CASES_ONLY) -> Report:
        """Put the problem through the gate, or through some of its checks."""
        demands = replace(demands, only=frozenset(only))
        problem = Roots.find([self.root], self.folder).load("int-bag")
        return verify_problem(self.engine, problem, demands, lambda _: None)


@pytest.fixture
def workshop(tmp_path: Path, engine: Engine, monkeypatch: pytest.MonkeyPatch) -> Workshop:
    """The bag that `judge new` writes, completed."""
    monkeypatch.chdir(tmp_path)
    made = Workshop(tmp_path, engine)
    for path in scaffold(made.root, "int-bag", "class"):
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(rf"{re.escape(MARK)}:? ?", "", text), encoding="utf-8")
    reference = (tmp_path / "reference/int-bag/solution.py").read_text(encoding="utf-8")
    for name, (old, new) in WRONG.items():
        assert old in reference
        made.write(f"problems/int-bag/wrong/{name}.py", f"# Wrong: {name}\n" + reference.replace(old, new))
    return made
