"""The output file: repaired, refused, locked, never lost."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from judge.batch.journal import Journal, read_journal
from judge.errors import UsageError


def line(id: str, key: str = "k", verdict: str = "AC") -> bytes:
    record = {
        "schema": 1,
        "id": id,
        "problem": "twice",
        "submission": {"path": "", "sha256": "0" * 64},
        "verdict": verdict,
        "key": key,
    }
    return json.dumps(record).encode() + b"\n"


@pytest.mark.parametrize("cut", range(1, len(line("b"))))
def test_a_half_written_last_line_is_cut_off(tmp_path: Path, cut: int) -> None:
    """Wherever the writer was killed, whole lines stay and the rest can be appended to."""
    path = tmp_path / "out"
    path.write_bytes(line("a") + line("b")[:cut])
    with Journal(path) as journal:
        assert "a" in journal.ids
        assert ("b" in journal.ids) is (cut == len(line("b")) - 1)
        journal.append(line("c"))
    assert [record["id"] for record in read_journal(path)][-1] == "c"


@pytest.mark.parametrize("fragment", [b"", line("b")[:20]])
def test_zeros_at_the_end_are_cut_off(tmp_path: Path, fragment: bytes) -> None:
    """A file may have grown before the power went, and what was to stand there was not written."""
    path = tmp_path / "out"
    path.write_bytes(line("a") + fragment + b"\0" * 4096)
    with Journal(path) as journal:
        assert "a" in journal.ids
        journal.append(line("c"))
    assert [record["id"] for record in read_journal(path)] == ["a", "c"]


@pytest.mark.parametrize(
    "text",
    [b"notes\n", b"notes", b"{}\n", b'{"schema": 2, "id": "a"}\n', line("a") + b"x\n" + line("b"), b"\0" * 9],
)
def test_a_file_of_somebody_else_is_refused_and_left_alone(tmp_path: Path, text: bytes) -> None:
    """What is not a journal is not written to, not even repaired."""
    path = tmp_path / "out"
    path.write_bytes(text)
    with pytest.raises(UsageError, match="choose another --output"):
        Journal(path)
    assert path.read_bytes() == text


def test_two_batches_do_not_write_one_file(tmp_path: Path) -> None:
    """A journal that is being written is refused."""
    with Journal(tmp_path / "out"), pytest.raises(UsageError, match="another `judge batch`"):
        Journal(tmp_path / "out")


def test_an_output_that_cannot_be_written(tmp_path: Path) -> None:
    """A folder that is not there is a usage error."""
    with pytest.raises(UsageError, match="cannot be written"):
        Journal(tmp_path / "no" / "out")


def test_an_output_that_cannot_be_read_again(tmp_path: Path) -> None:
    """A pipe is a usage error that says how verdicts get to stdout."""
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(UsageError, match=r"leave --output out, or give it as -"):
        Journal(tmp_path / "pipe")


def test_the_last_verdict_of_an_id_counts(tmp_path: Path) -> None:
    """A submission that was judged again has its last verdict."""
    path = tmp_path / "out"
    path.write_bytes(line("a", "1") + line("b") + line("a", "2", "WA"))
    assert [(r["id"], r["verdict"]) for r in read_journal(path)] == [("b", "AC"), ("a", "WA")]
