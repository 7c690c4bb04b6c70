"""Batches that are killed in every way: nothing is lost but what was in flight, nothing is judged twice."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.processes import is_alive

from .conftest import BROKEN, KILLS, RIGHT, Desk, expected, many, wait_for, workers_of


def test_a_worker_that_is_killed_loses_nothing(desk: Desk) -> None:
    """400 submissions, one of two workers killed in the middle: every verdict once, and as expected."""
    sources = many(400)
    process = desk.start(desk.words(desk.samples(sources), "--jobs", "2"))
    desk.await_lines(100)
    first, *_ = workers_of(process.pid)
    os.kill(first, signal.SIGKILL)
    assert process.wait(120) == 1
    assert desk.verdicts() == expected(len(sources))


def test_a_client_that_is_killed_is_gone_on_with(desk: Desk) -> None:
    """kill -9 of the client: its workers end too, and the next run judges only what is missing."""
    sources = many(200)
    path = desk.samples(sources)
    process = desk.start(desk.words(path, "--jobs", "2"))
    desk.await_lines(40)
    workers = workers_of(process.pid)
    assert len(workers) == 2
    process.kill()
    process.wait()
    wait_for(lambda: not any(is_alive(pid) for pid in workers))
    kept = len(desk.lines())
    summary = desk.run(path, "--json").summary()
    assert summary["resumed"] >= kept and summary["judged"] == 200 - summary["resumed"]
    assert desk.verdicts() == expected(len(sources))


def test_ctrl_c_ends_cleanly(desk: Desk) -> None:
    """SIGINT: exit 130, whole lines, no process left, and the next run goes on."""
    sources = many(200)
    path = desk.samples(sources)
    process = desk.start(desk.words(path, "--jobs", "2"))
    desk.await_lines(30)
    workers = workers_of(process.pid)
    os.killpg(process.pid, signal.SIGINT)
    assert process.wait(20) == 130
    assert b"run the same command again" in process.communicate()[1]
    wait_for(lambda: not any(is_alive(pid) for pid in workers))
    assert desk.output.read_bytes().endswith(b"\n") and len(desk.lines()) < 200
    assert desk.run(path).code == 1
    assert desk.verdicts() == expected(len(sources))


def test_a_submission_that_takes_workers_along_is_found(desk: Desk) -> None:
    """Two workers die over it: it is IE, and its neighbours have their own verdicts."""
    sources = [RIGHT.format(1), KILLS, RIGHT.format(2), BROKEN, RIGHT.format(3)]
    answer = desk.run(desk.samples(sources), "--sandbox", "none", "--allow-unisolated", "--jobs", "1")
    assert desk.verdicts() == {"s0": "AC", "s1": "IE", "s2": "AC", "s3": "CE", "s4": "AC"}
    assert answer.code == 3
    assert "1 IE: the judge failed there" in answer.err
    (line,) = [line for line in desk.lines() if line["id"] == "s1"]
    assert "2 workers ended" in line["message"] and "signal 9" in line["message"]


def zygotes_of(pid: int) -> list[int]:
    """The zygotes of a batch's workers."""
    return [
        int(word)
        for worker in workers_of(pid)
        for word in Path(f"/proc/{worker}/task/{worker}/children").read_text().split()
        if b"judge/worker/__main__.py" in Path(f"/proc/{word}/cmdline").read_bytes()
    ]


def test_a_sandbox_that_breaks_costs_no_verdict(desk: Desk) -> None:
    """kill -9 of the zygote, again and again: every verdict is as expected, and none is IE."""
    sources = many(200)
    process = desk.start(desk.words(desk.samples(sources), "--jobs", "1"))
    for count in (20, 60, 100, 140):
        desk.await_lines(count)
        for zygote in zygotes_of(process.pid):
            os.kill(zygote, signal.SIGKILL)
    assert process.wait(120) == 1
    assert desk.verdicts() == expected(len(sources))


def test_a_full_disk_keeps_what_was_written(desk: Desk) -> None:
    """The file cannot grow: exit 3 and a clear line; with room again the next run goes on."""
    sources = many(30)
    path = desk.samples(sources)

    def cap() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, resource.RLIM_INFINITY))

    desk.run(desk.samples([RIGHT], "warm.jsonl"))  # the cache is written before room runs out
    desk.output.unlink()
    answer = desk.run(path, preexec_fn=cap)
    assert answer.code == 3 and "the verdicts in it are whole" in answer.err
    assert 0 < len(desk.lines()) < 30 and desk.output.read_bytes().endswith(b"\n")
    assert desk.run(path).code == 1
    assert desk.verdicts() == expected(len(sources))


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """A file system of 64 KiB."""
    place = tmp_path / "small"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "none", str(place)]
    done = subprocess.run(mount, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"no file system can be mounted here: {done.stderr.strip()}")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def test_a_file_system_without_room_keeps_what_was_written(desk: Desk, small: Path) -> None:
    """Output, history and cache lie on it: exit 3 and a clear line; with room again the next run goes on."""
    sources = many(60)
    path = desk.samples(sources)
    desk.output = small / "out.jsonl"
    desk.environment["JUDGE_CACHE"] = str(small / "cache")
    filler = small / "filler"
    filler.write_bytes(bytes(24 * 1024))
    answer = desk.run(path)
    assert answer.code == 3 and "No space left" in answer.err and "Traceback" not in answer.err
    assert len(desk.lines()) < 60 and set(desk.verdicts().items()) <= set(expected(60).items())
    subprocess.run(["mount", "-o", "remount,size=8m", str(small)], check=True)
    assert desk.run(path).code == 1
    assert desk.verdicts() == expected(60)


BAD_NEIGHBOURS = {
    "hang": ("def twice(x):\n    while True:\n        pass\n", {"TLE"}),
    "sleep": ("import time\n\n\ndef twice(x):\n    time.sleep(1000)\n", {"TLE"}),
    "fork bomb": (
        "import os\n\n\ndef twice(x):\n    while True:\n        os.fork()\n",
        {"RTE", "TLE", "MLE"},
    ),
    "memory bomb": ("def twice(x):\n    return len(bytearray(1 << 34))\n", {"MLE", "RTE"}),
    "flood": ("def twice(x):\n    while True:\n        print('x' * 10_000)\n", {"OLE", "TLE"}),
}


@pytest.mark.parametrize("name", BAD_NEIGHBOURS)
def test_a_bad_neighbour_changes_no_verdict(desk: Desk, name: str) -> None:
    """Beside a hang, a fork bomb, a memory bomb or a flood the others earn what they earn alone."""
    source, allowed = BAD_NEIGHBOURS[name]
    sources = many(20)
    desk.run(desk.samples([source, *sources]), "--jobs", "2")
    verdicts = desk.verdicts()
    assert verdicts.pop("s0") in allowed
    wanted = expected(len(sources))
    assert verdicts == {f"s{at + 1}": wanted[f"s{at}"] for at in range(20)}


def test_verdicts_are_written_as_they_are_known(desk: Desk) -> None:
    """A verdict is in the file long before the batch is over."""
    sources = [RIGHT, "import time\n\n\ndef twice(x):\n    time.sleep(3)\n    return x + x\n"]
    process = desk.start(desk.words(desk.samples(sources), "--jobs", "1"))
    desk.await_lines(1)
    assert process.poll() is None
    time.sleep(0.1)
    assert list(desk.verdicts()) == ["s0"]
