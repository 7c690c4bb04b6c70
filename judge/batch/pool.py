"""Worker processes on this machine.

Theory of operation: one thread, the caller's, pumps all workers inside `judge`. Each worker has at most
AHEAD requests: one that it judges and one that waits in the pipe, so that it never idles. A worker answers in
order, so the first request without an answer is the one it died of; the others are simply given again.
Nothing is written with a blocking call: a worker that is busy leaves its pipe unread, and both sides would
wait for each other.
"""

from __future__ import annotations

import json
import math
import os
import selectors
import signal
import subprocess
import sys
import tempfile
import time
from collections import deque
from collections.abc import Callable, Iterator
from typing import IO, Any

from judge.batch.requests import Answer, Request, Setup, give_up
from judge.errors import JudgeError, SandboxError, UsageError
from judge.spec.problem import Problem
from judge.verdict import Verdict

AHEAD = 2
"""Requests in a worker's hands."""

LIVES = 2
"""Workers that a submission may take along before it is called IE."""

STUCK_S = 900.0
"""A worker that is silent for so long over one submission is beyond hope; limits end boxes long before."""

START_S = 60.0
"""How long a worker may take to have its walls up."""

FAILED_STARTS = 3
"""Workers in a row that end before their walls stand; then the machine is at fault."""

READ_BYTES = 1 << 16
"""What a pipe holds. More is room that malloc takes and gives back for each answer; the heap grew by that."""


class _Worker:
    """One process: what it owes, what is on its way to it and from it."""

    def __init__(self, setup: Setup) -> None:
        self.errors: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - lives as long as the process
        self.process = subprocess.Popen(
            # -P: a stranger's json.py in the folder where the batch is started is not imported
            [sys.executable, "-P", "-m", "judge.batch.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self.errors,
            start_new_session=True,
        )
        assert self.process.stdin is not None and self.process.stdout is not None
        self.write_fd, self.read_fd = self.process.stdin.fileno(), self.process.stdout.fileno()
        os.set_blocking(self.write_fd, False)
        os.set_blocking(self.read_fd, False)
        self.owed: deque[Request] = deque()
        self.unsent = bytearray(setup.to_json().encode() + b"\n")
        self.received = bytearray()
        self.head: tuple[Any, ...] | None = None
        self.ready = False
        self.since_s = time.monotonic()

    def last_words(self) -> str:
        """The last line that it wrote on stderr."""
        size = self.errors.seek(0, os.SEEK_END)
        self.errors.seek(max(0, size - 2000))
        lines = self.errors.read().decode("utf-8", "replace").strip().splitlines()
        return lines[-1][:300] if lines else ""

    def end(self, *, kindly: bool) -> None:
        """End the process; its boxes end with it."""
        assert self.process.stdin is not None and self.process.stdout is not None
        if kindly and self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(2.0)
            except subprocess.TimeoutExpired:
                pass
        self.process.kill()
        self.process.wait()
        for stream in (self.process.stdin, self.process.stdout):
            try:
                stream.close()
            except OSError:
                pass
        self.errors.close()


class Pool:
    """`jobs` warm workers. A context manager; one `judge` at a time."""

    def __init__(self, setup: Setup, jobs: int, load: Callable[[str], Problem]) -> None:
        """`load` finds the problem of a submission that is given up. Starts nothing before `judge`."""
        self._setup = setup
        self._jobs = max(1, jobs)
        self._load = load
        self._workers: list[_Worker] = []
        self._selector = selectors.DefaultSelector()
        self._again: deque[Request] = deque()
        self._deaths: dict[int, int] = {}
        self._failed_starts = 0
        self._done: deque[Answer] = deque()

    @property
    def pids(self) -> tuple[int, ...]:
        """The workers' process ids."""
        return tuple(worker.process.pid for worker in self._workers)

    def judge(
        self,
        requests: Iterator[Request],
        may_feed: Callable[[], bool] = lambda: True,
        *,
        until_s: float = math.inf,
    ) -> Iterator[Answer]:
        """Judge lazily; answers come as they are known. `may_feed` holds new requests back for a while.

        From `until_s` of the monotonic clock on, what is under way is waited for no more.
        Raises UsageError, SandboxError or JudgeError when no worker can be started.
        """
        more = True
        while True:
            while more or self._again:
                idle = not any(worker.owed for worker in self._workers)
                if not self._has_room() or not (self._again or idle or may_feed()):
                    break
                request = self._again.popleft() if self._again else next(requests, None)
                if request is None:
                    more = False
                    break
                self._give(request)
            yield from self._take_done()
            if not any(worker.owed for worker in self._workers):
                if not more and not self._again:
                    return
                continue
            left_s = until_s - time.monotonic()
            if left_s <= 0:
                return
            self._pump(left_s)

    def _take_done(self) -> Iterator[Answer]:
        while self._done:
            yield self._done.popleft()

    def _has_room(self) -> bool:
        return len(self._workers) < self._jobs or any(len(w.owed) < AHEAD for w in self._workers)

    def _give(self, request: Request) -> None:
        worker = min(self._workers, key=lambda each: len(each.owed), default=None)
        if worker is None or (worker.owed and len(self._workers) < self._jobs):
            worker = self._start()
        if not worker.owed:
            worker.since_s = time.monotonic()
        worker.owed.append(request)
        worker.unsent += request.to_line()
        self._write(worker)

    def _start(self) -> _Worker:
        worker = _Worker(self._setup)
        self._workers.append(worker)
        self._selector.register(worker.read_fd, selectors.EVENT_READ, worker)
        return worker

    # -- pumping ------------------------------------------------------------------------------------

    def _pump(self, longest_s: float) -> None:
        """Wait until something happens, and see to it."""
        for key, _ in self._selector.select(min(5.0, longest_s)):
            worker: _Worker = key.data
            if worker not in self._workers:
                continue
            if key.fd == worker.write_fd:
                self._write(worker)
            else:
                self._read(worker)
        now_s = time.monotonic()
        for worker in tuple(self._workers):
            patience_s = STUCK_S if worker.ready else START_S
            if worker.owed and now_s - worker.since_s > patience_s:
                self._bury(worker)

    def _write(self, worker: _Worker) -> None:
        try:
            while worker.unsent:
                del worker.unsent[: os.write(worker.write_fd, worker.unsent)]
        except BlockingIOError:
            if worker.write_fd not in self._selector.get_map():
                self._selector.register(worker.write_fd, selectors.EVENT_WRITE, worker)
            return
        except OSError:
            worker.unsent.clear()  # it died; the end of its answers says so
        if worker.write_fd in self._selector.get_map():
            self._selector.unregister(worker.write_fd)

    def _read(self, worker: _Worker) -> None:
        try:
            part = os.read(worker.read_fd, READ_BYTES)
        except BlockingIOError:
            return
        except OSError:
            part = b""
        if not part:
            self._bury(worker)
            return
        worker.received += part
        if b"\n" not in part:
            return
        *lines, rest = bytes(worker.received).split(b"\n")
        worker.received[:] = rest
        for line in lines:
            self._hear(worker, line)

    def _hear(self, worker: _Worker, line: bytes) -> None:
        if not worker.ready:
            self._greet(worker, json.loads(line))
            return
        if worker.head is None:
            head = tuple(json.loads(line))
            if head[1] is not None:
                worker.head = head
                return
            line = b""
        else:
            head, worker.head = worker.head, None
            line += b"\n"
        at, verdict, cpu_s, refused, invalid = head
        request = worker.owed.popleft()
        assert request.at == at, "a worker answers in order"
        worker.since_s = time.monotonic()
        self._deaths.pop(at, None)
        known = Verdict(verdict) if verdict is not None else None
        self._done.append(Answer(at, request.id, request.problem, known, cpu_s, line, refused, invalid))

    def _greet(self, worker: _Worker, hello: dict[str, Any]) -> None:
        if "failed" in hello:
            kind = {2: UsageError, 3: SandboxError}.get(hello["exit_code"], JudgeError)
            raise kind(hello["failed"])
        worker.ready = True
        worker.since_s = time.monotonic()
        self._failed_starts = 0

    # -- deaths -------------------------------------------------------------------------------------

    def _bury(self, worker: _Worker) -> None:
        """Take a dead worker out; what it owed is given to others, or given up."""
        self._workers.remove(worker)
        for fd in (worker.read_fd, worker.write_fd):
            if fd in self._selector.get_map():
                self._selector.unregister(fd)
        worker.process.kill()
        code = worker.process.wait()
        words = worker.last_words()
        worker.end(kindly=False)
        owed = list(worker.owed)
        if not worker.ready:
            self._failed_starts += 1
            if self._failed_starts >= FAILED_STARTS:
                raise JudgeError(f"no worker can be started: {words or f'it ended with code {code}'}")
        elif owed:
            suspect = owed[0]
            deaths = self._deaths[suspect.at] = self._deaths.get(suspect.at, 0) + 1
            if deaths >= LIVES:
                del self._deaths[suspect.at]
                owed = owed[1:]
                self._done.append(self._give_up(suspect, code, words))
        self._again.extendleft(reversed(owed))

    def _give_up(self, request: Request, code: int, words: str) -> Answer:
        how = f"signal {-code}" if code < 0 else f"exit code {code}"
        message = f"{LIVES} workers ended while judging this ({how}{': ' + words if words else ''})"
        return give_up(request, self._load(request.problem), self._setup, message)

    def close(self) -> None:
        """End all workers. What they owed is lost."""
        for worker in self._workers:
            worker.process.send_signal(signal.SIGTERM)
        for worker in self._workers:
            worker.end(kindly=True)
        self._workers.clear()
        self._selector.close()

    def __enter__(self) -> Pool:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()
