"""The history's file, in good times and in bad ones."""

from __future__ import annotations

import json
import os
import resource
import signal
import sqlite3
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from judge.errors import NothingToJudge, UsageError
from judge.history.records import HINT, HistoryUnavailable
from judge.history.store import History
from judge.verdict import Verdict


@pytest.fixture
def told() -> list[str]:
    """What the history warned of."""
    return []


@pytest.fixture
def history(tmp_path: Path, told: list[str]) -> History:
    """The history of a fresh workspace."""
    return History(tmp_path, told.append)


def test_a_judging_comes_back_whole(history, make):
    """What was saved is found again by its id, with source and time."""
    history.save(make("abc"), b"source", at_s=5.0)
    kept = history.find("abc")
    assert kept.judgement == make("abc")
    assert (kept.source, kept.at_s) == (b"source", 5.0)


def test_nothing_is_written_by_reading(history, tmp_path):
    """Reading an empty workspace makes no folder in it."""
    assert history.judgings() == []
    assert history.best() == {}
    assert list(tmp_path.iterdir()) == []


def test_an_id_may_be_shortened_while_it_is_clear(history, make):
    """The start of an id is enough; one that fits several is a usage error; an exact id always wins."""
    for at, id in enumerate(("abc", "abcd", "xyz")):
        history.save(make(id), b"", at_s=float(at))
    assert history.find("x").judgement.id == "xyz"
    assert history.find("abc").judgement.id == "abc"
    assert history.find().judgement.id == "xyz"
    with pytest.raises(UsageError, match="fits 2 judgings"):
        history.find("ab")
    with pytest.raises(NothingToJudge):
        history.find("%")


def test_best_is_the_best_ever(history, make):
    """A later worse verdict does not take the best one away."""
    for at, verdict in enumerate((Verdict.WA, Verdict.CX, Verdict.AC, Verdict.CE)):
        history.save(make(str(at), verdict=verdict), b"")
    history.save(make("other", "lru-cache", Verdict.RTE), b"")
    assert history.best() == {"min-stack": Verdict.AC, "lru-cache": Verdict.RTE}


def test_events_by_kind_problem_and_time(history):
    """Hints are remembered with their number."""
    history.note("min-stack", HINT, 1, at_s=1.0)
    history.note("min-stack", HINT, 2, at_s=2.0)
    history.note("lru-cache", HINT, 1, at_s=3.0)
    assert [event.number for event in history.events(HINT, "min-stack")] == [1, 2]
    assert [event.problem for event in history.events(HINT, since_s=2.5)] == ["lru-cache"]


def test_text_that_utf8_cannot_hold_is_kept(history, make):
    """A path with a lone surrogate does not stop the saving."""

    history.save(make("a")._replace(path="sub\udc80.py", message="\ud800"), b"")
    assert history.find("a").judgement.path == "sub\udc80.py"


WRITER = textwrap.dedent(
    """
    import sys
    from pathlib import Path
    sys.path.insert(0, sys.argv[1])
    from conftest import judgement
    from judge.history.store import History
    history = History(Path(sys.argv[2]), print)
    for number in range(int(sys.argv[4])):
        history.save(judgement(f"{sys.argv[3]}-{number}"), b"x" * 5000)
        print(number, flush=True)
    """
)


def _writer(workspace: Path, name: str, count: int) -> subprocess.Popen[str]:
    words = [sys.executable, "-c", WRITER, str(Path(__file__).parent), str(workspace), name, str(count)]
    return subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_judgings_at_the_same_time_lose_nothing(history, tmp_path):
    """Six processes save twenty judgings each, from an empty workspace on, and all are there."""
    writers = [_writer(tmp_path, f"w{at}", 20) for at in range(6)]
    for writer in writers:
        _, err = writer.communicate(timeout=60)
        assert writer.returncode == 0, err
    assert len(history.judgings()) == 120


def test_kill_9_in_the_middle_of_writing_loses_nothing_that_was_saved(history, tmp_path, told):
    """Whatever was saved before a kill -9 is there after it, and the next judging is saved as ever."""
    for round in range(5):
        writer = _writer(tmp_path, f"k{round}", 100_000)
        assert writer.stdout is not None
        confirmed = -1
        until = time.monotonic() + 0.2 + 0.03 * round
        while time.monotonic() < until or confirmed < 0:
            confirmed = int(writer.stdout.readline())
        writer.send_signal(signal.SIGKILL)
        writer.communicate()
        kept = {line.id for line in history.judgings()}
        assert {f"k{round}-{number}" for number in range(confirmed + 1)} <= kept
    assert told == []
    with sqlite3.connect(history.file) as connection:
        assert connection.execute("pragma integrity_check").fetchone() == ("ok",)


def test_a_full_disk_is_one_clear_line_and_keeps_what_was_there(history, make, tmp_path):
    """Where the file may not grow, saving raises the one expected error, and older judgings stay readable."""
    history.save(make("old"), b"")

    def cap() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000))

    words = [sys.executable, "-c", WRITER, str(Path(__file__).parent), str(tmp_path), "full", "200"]
    done = subprocess.run(words, capture_output=True, text=True, preexec_fn=cap, check=False)
    assert done.returncode == 1
    last = done.stderr.strip().splitlines()[-1]
    assert last.startswith("judge.history.records.HistoryUnavailable")
    assert "history.sqlite3" in last
    confirmed = len(done.stdout.split())
    kept = {line.id for line in history.judgings()}
    assert {"old"} | {f"full-{number}" for number in range(confirmed)} <= kept
    history.save(make("after"), b"")
    assert history.find("after").judgement.id == "after"


def test_a_database_of_the_first_form_is_brought_up(history, make, told):
    """A database of the oldest form keeps its judgings, their sources, paths and messages."""
    from judge.history.schema import CURRENT, STEPS

    history.file.parent.mkdir()
    old = sqlite3.connect(history.file)
    for statement in STEPS[0]:
        old.execute(statement)
    old.execute("pragma user_version = 1")
    rows = [
        (id, float(at), "min-stack", "AC", json.dumps(make(id).to_document()), b"source of " + id.encode())
        for at, id in enumerate(("one", "two"))
    ]
    old.executemany("insert into judgings values (?, ?, ?, ?, ?, ?)", rows)
    old.commit()
    old.close()
    assert [line.id for line in history.judgings()] == ["two", "one"]
    assert history.judgings()[0].path == "submissions/min-stack/solution.py"
    assert history.find("one").source == b"source of one"
    history.save(make("three"), b"new")
    assert len(history.judgings()) == 3
    assert told == []
    with sqlite3.connect(history.file) as connection:
        assert connection.execute("pragma user_version").fetchone() == (CURRENT,)


def test_a_database_of_a_newer_judge_is_left_alone(history, make):
    """A form that only a newer judge knows is refused with the repair, and not changed."""
    history.save(make("a"), b"")
    with sqlite3.connect(history.file) as connection:
        connection.execute("pragma user_version = 99")
    before = history.file.read_bytes()
    with pytest.raises(HistoryUnavailable, match=r"newer judge.*update the judge"):
        history.save(make("b"), b"")
    assert history.file.read_bytes() == before


@pytest.mark.parametrize("damage", ["not a database", "pages overwritten", "cut short"])
def test_a_corrupt_database_is_moved_aside(history, make, told, damage):
    """A corrupt file is kept under a name that the one warning tells, and the new judging is saved."""
    for number in range(200):
        history.save(make(f"old-{number}"), os.urandom(300))
    body = bytearray(history.file.read_bytes())
    if damage == "not a database":
        body[:] = b"hello" * 4000
    elif damage == "pages overwritten":
        body[4096:] = os.urandom(len(body) - 4096)
    else:
        del body[len(body) // 3 :]
    history.file.write_bytes(bytes(body))
    history.save(make("new"), b"")
    assert [line.id for line in history.judgings()] == ["new"]
    aside = list(history.file.parent.glob("history-corrupt-*.sqlite3"))
    assert len(told) == 1
    assert len(aside) == 1
    assert str(aside[0]) in told[0]
    assert aside[0].read_bytes() == bytes(body)


def test_two_who_find_it_corrupt_do_not_move_the_fresh_one(history, tmp_path):
    """Of several processes that meet a corrupt file one moves it, and no judging is lost."""
    history.file.parent.mkdir()
    history.file.write_bytes(b"broken" * 1000)
    writers = [_writer(tmp_path, f"w{at}", 5) for at in range(5)]
    for writer in writers:
        _, err = writer.communicate(timeout=60)
        assert writer.returncode == 0, err
    assert len(history.judgings()) == 25
    assert len(list(history.file.parent.glob("history-corrupt-*.sqlite3"))) == 1


def test_a_corrupt_database_that_cannot_be_moved_is_one_clear_line(history, make):
    """What keeps the corrupt file from being moved aside is named, as any other failure of the history is."""
    history.file.parent.mkdir()
    history.file.write_bytes(b"broken" * 1000)
    (history.file.parent / "history.lock").mkdir()
    with pytest.raises(HistoryUnavailable, match=r"history\.lock: Is a directory"):
        history.save(make("a"), b"")


def test_a_folder_that_cannot_be_made_is_one_clear_line(tmp_path, make):
    """Something in the way of .judge is named."""
    (tmp_path / ".judge").write_text("in the way")
    with pytest.raises(HistoryUnavailable, match=r"\.judge"):
        History(tmp_path, print).save(make("a"), b"")
