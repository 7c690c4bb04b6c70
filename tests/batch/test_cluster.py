"""Batches over a real Dask cluster on loopback, with real kills."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Thread, Timer

import pytest

import judge
from judge.batch import cluster, shard
from judge.batch.requests import Request
from judge.errors import JudgeError, SandboxError

from .conftest import BROKEN, HANGS, KILLS, RIGHT, TINY, Desk, expected, many, wait_for

pytest.importorskip("distributed", reason="the extra `cluster` is not installed")


class Dask:
    """A scheduler and workers as processes of their own."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._logs: dict[int, Path] = {}
        self.scheduler = self._start(
            "distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard"
        )
        wait_for(lambda: self._address() != "")
        self.address = self._address()

    def _start(self, module: str, *words: str, **environment: str) -> subprocess.Popen[bytes]:
        log = self._desk.folder / f"dask-{len(self._logs)}.log"
        with log.open("wb") as stream:
            process = subprocess.Popen(
                [sys.executable, "-m", module, *words],
                cwd=self._desk.folder,
                env={**self._desk.environment, **environment},
                stdin=subprocess.DEVNULL,
                stdout=stream,
                stderr=stream,
                start_new_session=True,
            )
        self._desk.started.append(process)
        self._logs[process.pid] = log
        return process

    def log(self, process: subprocess.Popen[bytes]) -> str:
        """What a process printed so far."""
        return self._logs[process.pid].read_text(errors="replace")

    def _address(self) -> str:
        found = re.search(r"Scheduler at:\s+(tcp://127\.0\.0\.1:\d+)", self.log(self.scheduler))
        return found[1] if found else ""

    def add_worker(self, *, nanny: bool = False, **environment: str) -> subprocess.Popen[bytes]:
        """Start a worker, and wait until it is registered."""
        process = self._start(
            "distributed.cli.dask_worker",
            self.address,
            "--nthreads",
            "1",
            "--nanny" if nanny else "--no-nanny",
            "--no-dashboard",
            **environment,
        )
        wait_for(lambda: "Registered to" in self.log(process))
        return process


@pytest.fixture
def dask(desk: Desk) -> Iterator[Dask]:
    """A scheduler without workers."""
    return Dask(desk)


def test_a_local_cluster_judges_as_jobs_do(desk: Desk) -> None:
    """`--local-cluster 2`: every verdict once, as expected, and resumed afterwards."""
    path = desk.samples(many(60))
    assert desk.run(path, "--local-cluster", "2").code == 1
    assert desk.verdicts() == expected(60)
    assert desk.run(path, "--json").summary()["judged"] == 0


def test_a_worker_that_is_killed_loses_nothing(desk: Desk, dask: Dask) -> None:
    """400 submissions on two workers of an existing cluster, one killed in the middle."""
    dask.add_worker()
    victim = dask.add_worker()
    process = desk.start(desk.words(desk.samples(many(400)), "--scheduler", dask.address))
    desk.await_lines(60)
    victim.kill()
    assert process.wait(150) == 1
    assert desk.verdicts() == expected(400)


def test_a_scheduler_that_is_killed_is_told_and_gone_on_with(desk: Desk, dask: Dask) -> None:
    """Exit 3 and a clear line; every verdict that came is kept, and another engine judges the rest."""
    dask.add_worker()
    path = desk.samples(many(300))
    process = desk.start(desk.words(path, "--scheduler", dask.address))
    desk.await_lines(30)
    dask.scheduler.kill()
    assert process.wait(60) == 3
    complaint = process.communicate()[1]
    assert b"is gone" in complaint and b"Traceback" not in complaint
    kept = len(desk.verdicts())
    assert kept < 300
    summary = desk.run(path, "--json").summary()
    assert summary["resumed"] == kept
    assert desk.verdicts() == expected(300)


def test_a_client_that_is_killed_is_gone_on_with(desk: Desk, dask: Dask) -> None:
    """kill -9 of the client; the same cluster serves the next run, which judges only what is missing."""
    dask.add_worker()
    path = desk.samples(many(120))
    process = desk.start(desk.words(path, "--scheduler", dask.address))
    desk.await_lines(20)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    kept = len(desk.lines())
    summary = desk.run(path, "--scheduler", dask.address, "--json").summary()
    assert summary["resumed"] == kept and summary["judged"] == 120 - kept
    assert desk.verdicts() == expected(120)


def test_a_submission_that_takes_workers_along_does_not_condemn_its_shard(desk: Desk) -> None:
    """It is IE, and what travelled with it has its own verdicts."""
    sources = [RIGHT.format(1), KILLS, RIGHT.format(2), BROKEN]
    desk.run(desk.samples(sources), "--local-cluster", "1", "--sandbox", "none", "--allow-unisolated")
    assert desk.verdicts() == {"s0": "AC", "s1": "IE", "s2": "AC", "s3": "CE"}


def test_a_shard_that_failed_is_answered_once_when_it_comes_again() -> None:
    """What a pool was given before it failed is not answered beside the retry."""
    with judge.Judge(TINY, complexity=False) as warm:
        roots, setup = warm.roots, warm.setup().to_json()
    version = roots.load("twice").version
    sources = [RIGHT.format(at).encode() for at in range(3)]
    requests = [Request(at, f"s{at}", "twice", version, "", "", source) for at, source in enumerate(sources)]

    def spoiled() -> Iterator[Request]:
        yield requests[0]
        raise SandboxError("the machine is at fault")

    shelf = shard._Shelf(roots)
    try:
        with pytest.raises(SandboxError, match="at fault"):
            shelf.judge(setup, spoiled())
        assert [answer.at for answer in shelf.judge(setup, iter(requests))] == [0, 1, 2]
    finally:
        shelf.close()


def test_a_worker_with_another_version_is_refused(desk: Desk, dask: Dask) -> None:
    """Both versions and the worker are named, and nothing is judged."""
    other = desk.folder / "other"
    shutil.copytree(
        Path(judge.__file__).parent, other / "judge", ignore=shutil.ignore_patterns("__pycache__")
    )
    init = other / "judge" / "version.py"
    init.write_text(init.read_text().replace(f'"{judge.__version__}"', '"0.0.9"'))
    dask.add_worker(PYTHONPATH=str(other))
    answer = desk.run(desk.samples([RIGHT]), "--scheduler", dask.address)
    assert answer.code == 2 and "has judge 0.0.9" in answer.err and judge.__version__ in answer.err
    assert not desk.lines()


def test_an_unreachable_scheduler(desk: Desk) -> None:
    """Nobody listens: one clear line."""
    answer = desk.run(desk.samples([RIGHT]), "--scheduler", "tcp://127.0.0.1:1")
    assert answer.code == 2 and "no Dask scheduler answers at tcp://127.0.0.1:1" in answer.err


@pytest.mark.parametrize("greeting", [b"", b"SSH-2.0-OpenSSH_9.2\r\n" * 4])
def test_a_peer_that_is_no_scheduler(desk: Desk, greeting: bytes) -> None:
    """Something listens there and says nothing, or something else: the same clear line, in some seconds."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        held: list[socket.socket] = []

        def greet() -> None:
            with contextlib.suppress(OSError):
                while True:
                    peer, _ = server.accept()
                    held.append(peer)
                    peer.sendall(greeting)

        Thread(target=greet, daemon=True).start()
        address = f"tcp://127.0.0.1:{server.getsockname()[1]}"
        answer = desk.run(desk.samples([RIGHT]), "--scheduler", address)
    assert answer.code == 2 and f"no Dask scheduler answers at {address}" in answer.err
    assert answer.err.count("\n") == 1


def test_a_cluster_without_workers(desk: Desk, dask: Dask) -> None:
    """A scheduler alone cannot judge, and says what is missing."""
    answer = desk.run(desk.samples([RIGHT]), "--scheduler", dask.address)
    assert answer.code == 2 and "has no workers" in answer.err


def test_a_cluster_that_loses_its_workers_is_not_waited_for(
    dask: Dask, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its scheduler lives on, and would answer never."""
    monkeypatch.setattr(cluster, "WORKERLESS_S", 3.0)
    worker = dask.add_worker()
    with judge.Judge(problems=[TINY]) as judging:
        version = judging.roots.load("twice").version
        request = Request(0, "s0", "twice", version, "", "", HANGS.encode())
        with cluster.Cluster(judging.setup(), judging.roots, dask.address) as workers:
            answers = workers.judge(iter([request]))
            Timer(2.0, worker.kill).start()
            with pytest.raises(JudgeError, match="no worker for 3 s; every verdict that came is kept"):
                list(answers)


def test_workers_judge_by_the_problems_of_the_client(desk: Desk, dask: Dask) -> None:
    """Workers that have none of the problems get the client's."""
    elsewhere = desk.folder / "elsewhere"
    elsewhere.mkdir()
    dask.add_worker(JUDGE_PROBLEMS="", JUDGE_CACHE=str(elsewhere))
    desk.run(desk.samples([RIGHT]), "--scheduler", dask.address)
    assert desk.verdicts() == {"s0": "AC"}
    assert list((elsewhere / "problem-sets").glob("*/problems/twice/tests.py"))


def test_ctrl_c_ends_a_local_cluster(desk: Desk) -> None:
    """SIGINT to the whole foreground group: exit 130, whole lines, and the next run goes on."""
    path = desk.samples(many(200))
    process = desk.start(desk.words(path, "--local-cluster", "2"))
    desk.await_lines(20)
    os.killpg(process.pid, signal.SIGINT)
    assert process.wait(30) == 130
    assert len(desk.verdicts()) < 200
    assert desk.run(path, "--json").summary()["submissions"] == 200
    assert desk.verdicts() == expected(200)


def test_a_submission_that_takes_dask_workers_along_is_cut_out_of_its_shard(desk: Desk) -> None:
    """It kills the Dask worker itself, again and again: it is IE at last, its neighbours are judged."""
    kills = (
        "import os\n\n\n"
        "def twice(x):\n"
        "    with open(f'/proc/{os.getppid()}/stat') as stream:\n"
        "        os.kill(int(stream.read().rpartition(')')[2].split()[1]), 9)\n"
    )
    sources = [RIGHT.format(1), kills, RIGHT.format(2), BROKEN]
    desk.run(desk.samples(sources), "--local-cluster", "1", "--sandbox", "none", "--allow-unisolated")
    assert desk.verdicts() == {"s0": "AC", "s1": "IE", "s2": "AC", "s3": "CE"}
    (line,) = [line for line in desk.lines() if line["id"] == "s1"]
    assert "Dask workers ended" in line["message"]
