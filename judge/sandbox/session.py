"""One worker in its box, seen from the trusted side.

Theory of operation
-------------------

    judge ──SEQPACKET── zygote              trusted: requests, answers (zygote.py, worker/box_zygote.py)
      │                   │ fork
      │                   ▼
      └─protocol, stdout, stderr─ worker    hostile from the moment the submission starts

The judge makes a socket pair (the protocol) and two pipes, and hands the far ends to the zygote, which
forks the worker onto them and puts up the walls. The worker's first frame, written before it has seen
any of the submission, says that all walls stand. From then on nothing that it says is believed; it can
only answer frames, print, burn time, or end.

Who watches: this module, whenever the judge waits for a frame. One poll covers the protocol, both
pipes and a pidfd, with a timeout that is the earliest moment at which any limit can be met: the wall
deadline, or now plus the CPU time that is left, divided by the number of cores it can be burnt on. So a
worker that waits or sleeps costs no wake-ups, and one that runs is looked at only when it may be over.
CPU time is read from the kernel's clock of that process, which counts all of its threads; forks, which
it would not count, are denied by seccomp, or counted by the box's cgroup.

Who ends whom: every limit, every malformed frame and close() end in Box.kill(), which is SIGKILL to the
worker (as process 1 of its pid namespace it takes everything in there along), to its process group and,
where there is one, to its cgroup. Then the zygote collects it, kills what was orphaned to it, and
removes the work folder. If the judge dies, the zygote's control socket ends and it does the same for all;
if the zygote dies, the kernel ends its workers (PR_SET_PDEATHSIG), and the next box has a fresh one.

What the worker cannot do: make us wait (writes never block, every wait has a deadline), make us buffer
(frames, output and the backlog have caps), or blame the judge (whatever it does is an `Ending` with a
contestant's verdict; only a broken zygote or backend raises SandboxError).
"""

from __future__ import annotations

import _thread
import os
import select
import time

from judge.errors import SandboxError
from judge.sandbox import ending
from judge.sandbox.bounds import Bounds, Wait
from judge.sandbox.contract import Ending, Limits, Output, SessionEnded, Usage
from judge.sandbox.inbox import READ_BYTES, Inbox
from judge.sandbox.meter import Meter
from judge.sandbox.printed import Printed
from judge.sandbox.process import await_death, pin_threads
from judge.sandbox.starvation import PATIENCE, waited_s
from judge.verdict import Verdict
from judge.wire.errors import WireError
from judge.wire.frames import HEADER_BYTES

TYPE_CHECKING = False

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import NoReturn, TypeVar

    from judge.sandbox.box import Box

    T = TypeVar("T")
    Relent = Callable[[], tuple[float, float]]

SHORTEST_LOOK_S = 0.002
"""A running process's CPU clock moves in steps of up to 4 ms; looking more often shows nothing new."""

MEMORY_SLACK_BYTES = 32 << 20
"""The worker's own growth: pages of the zygote that it copies, modules. As box_cgroup.SLACK_BYTES."""

EXIT_GRACE_S = 0.5
"""Between the end of the protocol and the exit that usually follows it."""


class _LimitMet(Exception):
    """A limit of one wait was met, and whoever waits may still relent."""


class WorkerSession:
    """A Session over any Box. One thread speaks to one worker; any other may close it meanwhile."""

    def __init__(self, box: Box, limits: Limits) -> None:
        self._box = box
        self._limits = limits
        self._meter = Meter(box, max(1, min(limits.processes, os.cpu_count() or 1)))
        self._inbox = Inbox()
        self._ending: Ending | None = None
        self._exit: ending.Exit | None = None
        self._end_lock = _thread.RLock()
        self._protocol_fd = box.protocol.fileno()
        self._printed = Printed(box.stdout_fd, box.stderr_fd)
        self._poll = select.poll()
        self._poll.register(self._protocol_fd, select.POLLIN)
        for fd in (box.stdout_fd, box.stderr_fd, box.exit_fd):
            if fd >= 0:
                self._poll.register(fd, select.POLLIN)

    @property
    def closed(self) -> bool:
        """Whether close() was called."""
        return self._protocol_fd < 0

    @property
    def ending(self) -> Ending | None:
        """Why it is over; None while the worker may go on."""
        return self._ending

    @property
    def pid(self) -> int:
        """The worker's pid as the judge sees it; 0 where the backend hides it."""
        return self._box.pid

    def pin(self, core: int) -> bool:
        """Keep every thread of the worker on one core; False where that is not possible.

        The worker cannot undo it: seccomp denies it sched_setaffinity.
        """
        return pin_threads(self._box.pid, core)

    # Frames ---------------------------------------------------------------------------------------

    def send(
        self,
        body: bytes,
        *,
        cpu_s: float | None = None,
        wall_s: float | None = None,
        relent: Relent | None = None,
    ) -> None:
        """Send one frame; see the Protocol. A worker that computes may leave it unread for long."""
        self._require_alive()
        left = self._push(memoryview(len(body).to_bytes(HEADER_BYTES, "big") + body))

        def send_the_rest(bounds: Bounds) -> None:
            nonlocal left
            while left:
                self._poll.modify(self._protocol_fd, select.POLLIN | select.POLLOUT)
                try:
                    self._wait(bounds)
                finally:
                    if self._ending is None:
                        self._poll.modify(self._protocol_fd, select.POLLIN)
                left = self._push(left)

        if left:
            self._within(send_the_rest, cpu_s, wall_s, relent)

    def _push(self, left: memoryview) -> memoryview:
        """Send what the socket takes; return what is left."""
        try:
            while left:
                left = left[self._box.protocol.send(left) :]
        except BlockingIOError:
            pass
        except OSError:  # it closed its end
            self._await_exit()
        return left

    def receive(
        self,
        *,
        cpu_s: float | None = None,
        wall_s: float | None = None,
        relent: Relent | None = None,
    ) -> bytes:
        """Wait for one frame and return its body; see the Protocol."""
        return self._within(self._await_frame, cpu_s, wall_s, relent)

    def _within(
        self,
        wait: Callable[[Bounds], T],
        cpu_s: float | None,
        wall_s: float | None,
        relent: Relent | None,
    ) -> T:
        """Wait with the bounds of this run, or of the session where they are met first."""
        begin_cpu_s = self.cpu_time_s() if cpu_s is not None else 0.0
        begun = Wait(self._limits, self._meter.start_s, time.monotonic(), begin_cpu_s)
        if relent is not None:
            try:
                return wait(begun.bounds(cpu_s, wall_s, final=False))
            except _LimitMet:
                cpu_s, wall_s = relent()
        return wait(begun.bounds(cpu_s, wall_s, final=True))

    def _await_frame(self, bounds: Bounds) -> bytes:
        while True:
            body = self._take_frame()
            if body is not None:
                # It may have answered after the limit was met and before we looked
                now_s = time.monotonic()
                if now_s >= self._meter.cpu_due_s(bounds.cpu_limit_s):
                    self._check_cpu(bounds, body)
                if now_s >= self._meter.memory_due_s:
                    self._check_memory()
                self._check_folder(now_s)
                return body
            self._require_alive()
            self._wait(bounds)

    def _take_frame(self) -> bytes | None:
        try:
            return self._inbox.take()
        except WireError:
            self._finish(Verdict.RTE, "the process sent a malformed reply")

    # Watching -------------------------------------------------------------------------------------

    _forgiven_s = 0.0
    """By so much every deadline is later: the worker stood in a run queue meanwhile."""

    def _check_cpu(self, bounds: Bounds, taken: bytes | None = None) -> None:
        if self._meter.look_at_cpu() >= bounds.cpu_limit_s:
            self._check_memory()  # it was met first, and filling it again and again is where the time went
            if not bounds.final:
                if taken is not None:
                    self._inbox.put_back(taken)
                raise _LimitMet
            self._finish(Verdict.TLE, ending.over_cpu(bounds.cpu_limit_s, bounds.cpu_whose))

    def _check_memory(self) -> None:
        """Hold the memory limit where no control group does: the peak cannot have been hidden."""
        if self._meter.look_at_memory() > self._limits.memory_bytes + MEMORY_SLACK_BYTES:
            self._finish(Verdict.MLE, ending.over_memory(self._limits.memory_bytes))

    def _check_folder(self, now_s: float) -> None:
        """Hold the limit on all files together where they lie on a disk, which no tmpfs bounds."""
        if now_s >= self._meter.folder_due_s and self._meter.is_folder_over(self._limits.work_bytes):
            self._finish(Verdict.OLE, ending.over_work(self._limits.work_bytes))

    def _wait(self, bounds: Bounds) -> None:
        """Wait until something happens, handle it, and enforce both limits."""
        now_s = time.monotonic()
        deadline_s = bounds.deadline_s + self._forgiven_s
        if now_s >= self._meter.cpu_due_s(bounds.cpu_limit_s):
            self._check_cpu(bounds)
        self._check_folder(now_s)
        look_s = max(now_s + SHORTEST_LOOK_S, self._meter.cpu_due_s(bounds.cpu_limit_s))
        timeout_s = min(deadline_s, look_s, self._meter.folder_due_s) - now_s
        # Rounded up: poll counts milliseconds, and one too early would spin
        events = self._poll.poll(max(0.0, timeout_s) * 1e3 + 1.0)
        exited = ended = False
        for fd, event in events:
            if fd == self._protocol_fd:
                if event & (select.POLLIN | select.POLLHUP | select.POLLERR):
                    ended = not self._read_protocol() or ended
            elif fd == self._box.exit_fd:
                exited = True
            else:
                self._read_pipe(fd)
        if exited or ended:
            self._await_exit()
        elif time.monotonic() >= deadline_s and not self._forgive(bounds):
            cpu_s = self._meter.look_at_cpu()
            if not bounds.final:
                raise _LimitMet
            self._finish(Verdict.TLE, ending.over_wall(bounds.wall_limit_s, bounds.wall_whose, cpu_s))

    def _forgive(self, bounds: Bounds) -> bool:
        """Extend the wall limit by the time that the worker was not let run; False where it was let."""
        if self._box.pid <= 0:
            return False
        limit_s = bounds.deadline_s - bounds.begin_s
        kept_s = min(waited_s(self._box.pid), PATIENCE * max(limit_s, 0.0))
        if kept_s <= self._forgiven_s + 0.02:
            return False
        self._forgiven_s = kept_s
        return True

    def _read_protocol(self) -> bool:
        """Take in what the worker sent; False at its end."""
        try:
            part = self._box.protocol.recv(READ_BYTES)
        except BlockingIOError:
            return True
        except OSError:
            return False
        try:
            self._inbox.add(part)
        except WireError:
            self._finish(Verdict.RTE, "the process sent more replies than it was asked for")
        return bool(part)

    def _read_pipe(self, fd: int) -> bool:
        """Take in what the worker printed; False when there is nothing more now."""
        more = self._printed.read(fd)
        if fd not in self._printed.open_fds:
            try:
                self._poll.unregister(fd)
            except KeyError:  # whoever closes the session meanwhile was first
                pass
        if self._printed.total_bytes > self._limits.output_bytes and self._ending is None:
            self._finish(Verdict.OLE, ending.over_output(self._limits.output_bytes))
        return more

    # Ending ---------------------------------------------------------------------------------------

    def _require_alive(self) -> None:
        if self._ending is not None:
            raise SessionEnded(self._ending)

    def _finish(self, verdict: Verdict, message: str) -> NoReturn:
        """End the box because a limit was met or the worker misbehaved. Raises SessionEnded."""
        self._ending = Ending(verdict, message)
        self._end_box()
        raise SessionEnded(self._ending)

    def _await_exit(self) -> None:
        """The worker is gone or closed the protocol: name how it ended, unless a frame is left.

        Raises SessionEnded, or returns when complete frames are still to be taken.
        """
        if self._exit is None:
            gone = await_death(self._box.exit_fd, EXIT_GRACE_S)
            if not gone:
                self._meter.look_at_cpu()
            self._drain()
            self._end_box()
            exited = self._exit
            if exited is None:
                raise SandboxError("the worker could not be collected")
            if not gone:
                self._ending = Ending(
                    Verdict.RTE, "the process closed its connection in the middle of the judging"
                )
            else:
                self._ending = ending.name_exit(
                    exited, self._limits, self._box.confined, self._meter.cpu_s, self._meter.peak_bytes
                )
        if not self._inbox.is_complete():
            self._require_alive()

    def _drain(self) -> None:
        """Read what is left in the protocol and the pipes, up to what they can hold."""
        for _ in range(64):
            try:
                part = self._box.protocol.recv(READ_BYTES)
            except OSError:
                break
            if not part:
                break
            try:
                self._inbox.add(part)
            except WireError:
                break
        self._drain_pipes()

    def _drain_pipes(self) -> None:
        for fd in self._printed.open_fds:
            for _ in range(64):  # a thread that prints for ever is not waited for
                if not self._read_pipe(fd):
                    break

    def _end_box(self) -> None:
        """Kill and collect; afterwards nothing of the worker runs. Raises SandboxError."""
        with self._end_lock:
            if self._exit is None:
                self._kill_and_collect()

    def _kill_and_collect(self) -> None:
        self._meter.look_at_memory()
        self._box.kill()
        if not await_death(self._box.exit_fd):
            raise SandboxError(f"worker {self._box.pid} does not die of SIGKILL")
        self._exit = self._box.collect()
        self._meter.settle(self._exit)
        self._drain()

    # Measuring ------------------------------------------------------------------------------------

    def cpu_time_s(self) -> float:
        """CPU seconds of the box since its start. Exact only while the worker waits for a frame."""
        return self._meter.look_at_cpu()

    def wall_time_s(self) -> float:
        """Seconds since its start, or from its start to its end."""
        return self._meter.wall_s()

    def usage(self) -> Usage:
        """What it has used so far; still there after the end."""
        return self._meter.usage()

    def output(self) -> Output:
        """What was printed so far. Never raises: a limit that is met here shows in `ending`."""
        if self._exit is None:
            try:
                self._drain_pipes()
            except (SandboxError, SessionEnded):
                pass  # what could not be ended now is ended by close()
        return self._printed.output()

    def interrupt(self) -> None:
        """Kill what is in the box: whoever waits for it is told, and closes. For other threads."""
        with self._end_lock:
            if self._exit is None:
                self._box.kill()

    def close(self) -> None:
        """End everything in the box. Never raises; may be called twice."""
        with self._end_lock:
            if self._protocol_fd >= 0:
                self._close()

    def _close(self) -> None:
        try:
            self._end_box()
        except (SandboxError, SessionEnded, OSError):
            pass  # the zygote's own end takes along what it could not collect
        if self._ending is None:
            self._ending = Ending(Verdict.IE, "the session was closed by the judge")
        self._protocol_fd = -1
        self._box.protocol.close()
        for fd in (self._box.stdout_fd, self._box.stderr_fd, self._box.exit_fd):
            if fd >= 0:
                os.close(fd)
