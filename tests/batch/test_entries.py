"""Inputs of a batch: every form, and everything that is wrong with a line."""

from __future__ import annotations

import io
import json
import os
import signal
import tempfile
import threading
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest

from judge.batch import entries
from judge.batch.entries import BadEntry, Entry, Input, read_lines
from judge.errors import NothingToJudge, UsageError
from judge.request import Submission


def read(*records: object, base: Path = Path()) -> list[Entry | BadEntry]:
    lines = [record if isinstance(record, bytes) else json.dumps(record).encode() for record in records]
    return list(read_lines(io.BytesIO(b"\n".join(lines)), "in", base))


@pytest.fixture
def alarm() -> Iterator[None]:
    """What waits for ever in a test fails after 10 seconds."""

    def wake(*_: object) -> None:
        raise AssertionError("waited for ever")

    before = signal.signal(signal.SIGALRM, wake)
    signal.alarm(10)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@pytest.fixture
def public() -> Iterator[Path]:
    """A folder that an ordinary user may write to; tmp_path is its owner's alone."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o777)
        yield Path(folder)


@pytest.fixture
def ordinary(public: Path) -> Iterator[None]:
    """An ordinary user's rights, also where root runs the tests: root may read everything."""
    before = os.geteuid()
    os.seteuid(before or 65534)
    yield
    os.seteuid(before)


def test_a_folder_names_problems_by_its_folders(tmp_path: Path) -> None:
    """Every .py file of a folder named after a problem is an entry; its id is its path."""
    for name in ("b/two.py", "a/one.py", "a/note.txt", "a/__init__.py", ".git/x.py"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    found = list(Input(tmp_path))
    assert [(e.id, e.problem) for e in found if isinstance(e, Entry)] == [
        ("a/one.py", "a"),
        ("b/two.py", "b"),
    ]
    assert Input(tmp_path).count() == 2


def test_a_file_outside_of_a_problem_is_told(tmp_path: Path) -> None:
    """A file beside the problems' folders belongs to none."""
    (tmp_path / "lost.py").write_text("x")
    (bad,) = Input(tmp_path)
    assert isinstance(bad, BadEntry) and bad.where == "lost.py" and "folder named" in bad.reason


def test_a_folder_named_after_a_problem_holds_its_submissions(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its own files belong to that problem, by whatever name the folder is given; others go on as before."""
    folder = tmp_path / "a"
    (folder / "b").mkdir(parents=True)
    for name in ("one.py", "b/two.py"):
        (folder / name).write_text("x")
    monkeypatch.chdir(folder)
    for place in (folder, Path(), Path("b/..")):
        found = list(Input(place, slugs=["a", "b"]))
        assert [(e.id, e.problem) for e in found if isinstance(e, Entry)] == [
            ("b/two.py", "b"),
            ("one.py", "a"),
        ]


def test_lines_carry_sources_or_paths(tmp_path: Path) -> None:
    """`path` is relative to the file that names it; whole numbers are ids too."""
    (tmp_path / "x.py").write_bytes(b"\xff")
    found = read(
        {"id": 7, "problem": "p", "source": "é"}, {"id": "b", "problem": "p", "path": "x.py"}, base=tmp_path
    )
    assert found == [Entry("7", "p", "é".encode(), "", "in:1"), Entry("b", "p", b"\xff", "x.py", "in:2")]


def test_samples_in_the_manner_of_evalplus_are_told_apart() -> None:
    """Samples share their task's name; the last part of it is the problem, their order the id."""
    found = read(*[{"task_id": "Interview/twice", "solution": str(n)} for n in range(2)])
    assert [(e.id, e.problem) for e in found if isinstance(e, Entry)] == [
        ("Interview/twice#0", "twice"),
        ("Interview/twice#1", "twice"),
    ]


def test_ids_of_samples_depend_on_no_other_task() -> None:
    """Two tasks of one last part are counted apart, so lines that are added for one leave the other's ids."""
    found = read(*[{"task_id": f"{name}/twice", "solution": ""} for name in "abab"])
    assert [e.id for e in found if isinstance(e, Entry)] == [
        "a/twice#0",
        "b/twice#0",
        "a/twice#1",
        "b/twice#1",
    ]


BAD = {
    "half a line": (b'{"id": 1', "is not JSON"),
    "a list": ([1], "not an object"),
    "deep": (b"[" * 100_000, "is not JSON"),
    "no problem": ({"id": 1, "source": ""}, "names no problem"),
    "a problem that is a number": ({"id": 1, "problem": 3, "source": ""}, "names no problem"),
    "no id": ({"problem": "p", "source": ""}, "`id`"),
    "a true id": ({"id": True, "problem": "p", "source": ""}, "`id`"),
    "nothing to judge": ({"id": 1, "problem": "p"}, "needs one of"),
    "two sources": ({"id": 1, "problem": "p", "source": "", "path": "x"}, "needs one of"),
    "a source that is a list": ({"id": 1, "problem": "p", "source": ["x"]}, "not a text"),
    "a path that is a list": ({"id": 1, "problem": "p", "path": ["x"]}, "not a text"),
    "no such file": ({"id": 1, "problem": "p", "path": "nowhere.py"}, "no such file"),
    "a path with a zero": ({"id": 1, "problem": "p", "path": "a\0b"}, "no such file|cannot be read"),
    "a folder": ({"id": 1, "problem": "p", "path": "."}, "not a regular file"),
    "a giant id": ({"id": "x" * 1001, "problem": "p", "source": ""}, "`id` is longer than 1,000"),
    "a giant number": ({"id": 10**1000, "problem": "p", "source": ""}, "`id` is longer than 1,000"),
    "a giant problem": ({"id": 1, "problem": "x" * 1001, "source": ""}, "`problem` is longer than 1,000"),
    "a giant path": ({"id": 1, "problem": "p", "path": "x" * 1001}, "`path` is longer than 1,000"),
    "a giant task": ({"task_id": "x" * 1001 + "/p", "source": ""}, "`task_id` is longer than 1,000"),
    "not text": (b"\xff\xfe", "is not UTF-8"),
    "UTF-16": ('{"id": 1}'.encode("utf-16-le"), "UTF-16, it seems"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_broken_line_is_told_with_its_number(name: str) -> None:
    """A line that cannot be judged gives its number and the reason, and the next one is read."""
    import re

    line, reason = BAD[name]
    _, bad, after = read(
        {"id": 0, "problem": "p", "source": ""}, line, {"id": 2, "problem": "p", "source": ""}
    )
    assert isinstance(bad, BadEntry) and bad.where == "in:2"
    assert re.search(reason, bad.reason)
    assert isinstance(after, Entry) and after.id == "2"


def test_an_endless_line_takes_no_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """A line past the cap is skipped in pieces."""
    monkeypatch.setattr(entries, "MAX_LINE_BYTES", 100)
    bad, after = read(b"x" * 1000, {"id": 2, "problem": "p", "source": ""})
    assert isinstance(bad, BadEntry) and "longer" in bad.reason
    assert isinstance(after, Entry) and after.id == "2"


@pytest.mark.parametrize(
    "text", [b"", b"\n\n", b" \n\t\r\n", b"a", b"a\n", b"a\nb", b"aaaaaaaaa\n \n\nbbbb\n   c"]
)
def test_lines_are_counted_in_blocks(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, text: bytes) -> None:
    """As many as are read, wherever a block ends."""
    (tmp_path / "in").write_bytes(text)
    for size in (1, 2, 3, 4, 100):
        monkeypatch.setattr(entries, "BLOCK_BYTES", size)
        assert Input(tmp_path / "in").count() == sum(1 for line in text.split(b"\n") if line.strip())


def test_counting_an_endless_line_takes_no_memory(tmp_path: Path) -> None:
    """Before anything is judged the lines are counted, those past the cap too."""
    with (tmp_path / "in").open("wb") as stream:
        stream.truncate(1 << 28)
    tracemalloc.start()
    try:
        assert Input(tmp_path / "in").count() == 1
        assert tracemalloc.get_traced_memory()[1] < 1 << 24
    finally:
        tracemalloc.stop()


def test_lone_surrogates_survive() -> None:
    """A source that JSON can spell and UTF-8 cannot is an entry like any other."""
    (entry,) = read(b'{"id": 1, "problem": "p", "source": "\\ud800"}')
    assert isinstance(entry, Entry) and entry.source == b"\xed\xa0\x80"


def test_a_pipe_is_opened_once(tmp_path: Path, alarm: None) -> None:
    """What a writer put into it is read, though the writer is gone; it is neither counted nor read twice."""
    os.mkfifo(tmp_path / "fifo")
    line = json.dumps({"id": "a", "problem": "p", "source": ""}) + "\n"
    writer = threading.Thread(target=(tmp_path / "fifo").write_text, args=(line,), daemon=True)
    writer.start()
    source = Input(tmp_path / "fifo")
    writer.join()
    assert source.count() is None and not source.repeatable
    assert [e.id for e in source if isinstance(e, Entry)] == ["a"]


@pytest.mark.parametrize("device", ["/dev/full", "/dev/zero"])
def test_a_device_is_no_input(device: str) -> None:
    """Zeros without an end are not read."""
    with pytest.raises(UsageError, match="device"):
        Input(Path(device))
    with Path(device).open("rb") as stream, pytest.raises(UsageError, match="device"):
        Input(None, stream)


def test_an_input_that_is_not_there(tmp_path: Path) -> None:
    """A missing input is nothing to judge."""
    with pytest.raises(NothingToJudge):
        Input(tmp_path / "nowhere")


def test_a_name_that_is_too_long_is_told() -> None:
    """The file system refuses the question itself; that is not the judge's fault."""
    with pytest.raises(UsageError, match="aaa: cannot be read \\(File name too long\\)"):
        Input(Path("a" * 5_000))


def test_a_folder_that_may_not_be_read_is_told(public: Path, ordinary: None) -> None:
    """Of the input's folders one is a complaint, and the others are judged; the input itself is an error."""
    for name, mode in (("locked", 0o000), ("open", 0o755)):
        (public / name).mkdir()
        (public / name / "a.py").write_text("x")
        (public / name).chmod(mode)
    source = Input(public)
    bad, entry = source
    assert isinstance(bad, BadEntry) and str(bad) == "locked: cannot be read (Permission denied)"
    assert isinstance(entry, Entry) and entry.id == "open/a.py"
    assert source.count() == 2
    for place in (public / "locked", public / "locked" / "a.py"):
        with pytest.raises(UsageError, match="cannot be read \\(Permission denied\\)"):
            Input(place)
    with pytest.raises(UsageError, match="cannot be read \\(Permission denied\\)"):
        Submission.read(public / "locked" / "a.py")


def test_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    """A student's link shows no other file of the teacher's: neither a file nor a folder; one inside is fine."""
    secret = tmp_path / "secret" / "a.py"
    secret.parent.mkdir()
    secret.write_text("hunter2")
    problem = tmp_path / "class" / "p"
    problem.mkdir(parents=True)
    (problem / "own.py").write_text("x")
    (problem / "again.py").symlink_to("own.py")
    (problem / "circle.py").symlink_to("circle.py")
    (problem / "out.py").symlink_to(secret)
    (tmp_path / "class" / "q").symlink_to(secret.parent)
    (tmp_path / "link").symlink_to("class")
    for folder in (tmp_path / "class", tmp_path / "link"):
        found = list(Input(folder))
        assert [e.id for e in found if isinstance(e, Entry)] == ["p/again.py", "p/own.py"]
        bad = [e for e in found if isinstance(e, BadEntry)]
        assert [e.where for e in bad] == ["p/circle.py", "p/out.py", "q/a.py"]
        assert all("outside" in e.reason for e in bad[1:])


def test_a_file_that_only_looked_regular_is_not_waited_for(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, alarm: None
) -> None:
    """A FIFO may take a file's place after it was looked at, and /proc/kmsg says that it is a file."""
    os.mkfifo(tmp_path / "fifo")
    monkeypatch.setattr(Path, "is_file", lambda self: True)
    (bad,) = read({"id": 1, "problem": "p", "path": "fifo"}, base=tmp_path)
    assert isinstance(bad, BadEntry) and "not a regular file" in bad.reason


def test_no_more_is_read_than_a_source_may_have(tmp_path: Path) -> None:
    """One byte past the cap says that it was passed."""
    with (tmp_path / "x.py").open("wb") as stream:
        stream.truncate(1 << 36)
    (entry,) = read({"id": 1, "problem": "p", "path": "x.py"}, base=tmp_path)
    assert isinstance(entry, Entry) and len(entry.source) == entries.SOURCE_CAP_BYTES + 1
