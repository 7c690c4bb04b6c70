"""One batch in this process: what it keeps and what it says."""

from __future__ import annotations

import io
import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from judge import Judge
from judge.batch.entries import BadEntry, Entry, Input
from judge.batch.requests import verdict_key
from judge.batch.run import Batch, Listeners, Wishes
from judge.errors import UsageError

from .conftest import TINY


def batch(judge: Judge, *records: object) -> Batch:
    """A batch over lines of JSON."""
    lines = "\n".join(json.dumps(record) for record in records)
    source = Input(None, io.BytesIO(lines.encode()))
    return Batch(source, judge.roots, judge.setup(), Wishes(), Listeners())


def test_what_is_told_of_a_bad_entry_is_one_short_line() -> None:
    """A stranger's name neither fills the screen nor forges a line of the judge's own."""
    with Judge(TINY) as judge:
        made = batch(
            judge,
            {"id": "a", "problem": "\x1b" * 999, "source": ""},
            {"id": "b", "problem": "p", "path": "a\njudge: all is well"},
        )
        assert not list(made.run(judge.workers(1), None))
    assert made.summary.bad_entries == 2
    assert all(isinstance(bad, BadEntry) for bad in made.summary.bad)
    assert all(len(bad.reason) <= 500 and "\n" not in str(bad) for bad in made.summary.bad)


def test_unknown_problems_are_not_kept(tmp_path: Path) -> None:
    """An endless stream may name endlessly many; so one that comes later is found."""
    (tmp_path / "problems").mkdir()
    with Judge(tmp_path / "problems") as judge:
        made = batch(judge)
        with pytest.raises(UsageError, match="no problem"):
            made.problem("twice")
        shutil.copytree(TINY.parent, tmp_path, dirs_exist_ok=True)
        assert made.problem("twice").slug == "twice"


def test_a_verdict_is_found_again_only_where_the_same_was_asked() -> None:
    """Each choice that can change a verdict changes its key."""
    with Judge(TINY) as judge:
        problem, setup = judge.roots.load("twice"), judge.setup()
    entry = Entry("a", "twice", b"def twice(x): ...")
    others = (
        replace(setup, seed=1),
        replace(setup, complexity=not setup.complexity),
        replace(setup, complexity_budget_s=9.0),
        replace(setup, killers=not setup.killers),
        replace(setup, sandbox="none"),
    )
    keys = {verdict_key(entry, problem, asked) for asked in (setup, *others)}
    assert len(keys) == 6
    assert verdict_key(replace(entry, id="b"), problem, setup) in keys
    assert verdict_key(replace(entry, source=b""), problem, setup) not in keys
