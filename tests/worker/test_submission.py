"""What the worker says of a submission that lacks something."""

from __future__ import annotations

import sys

import pytest

from judge.worker.submission import Submission

PROFILE = [["profile", 1, "value"]]


def test_names_of_the_adapter_are_not_suggested(monkeypatch: pytest.MonkeyPatch) -> None:
    """What runs beside a submission was not written by its author, however near its names are."""
    monkeypatch.setitem(sys.modules, "solution", None)  # restored afterwards
    spec = {"class": "", "init": 0, "methods": PROFILE, "required": PROFILE, "forbid": [], "packages": []}
    spec |= {"adapter": "def profiled(function): ...", "recursion": sys.getrecursionlimit()}
    said = []
    for source in (b"", b"def Profile(function): ..."):
        submission = Submission(source, spec)
        assert submission.compile() == {"ok": True}
        said.append(submission.start()["ce"])
    words = "function profile is missing: it is called with 1 argument"
    assert said == [words, f"{words}; did you mean it by Profile?"]
