"""A worker that is a process of this machine: its clock, its memory and its end, from outside."""

from __future__ import annotations

import os
import select
import time

DEATH_TIMEOUT_S = 10.0
"""How long SIGKILL may take. Longer means that the kernel is stuck, and the judge says so."""


def await_death(exit_fd: int, timeout_s: float = DEATH_TIMEOUT_S) -> bool:
    """Wait until a process is dead, by its pidfd; without one wait a little, and take it for dead."""
    if exit_fd < 0:
        time.sleep(min(timeout_s, 0.05))
        return True
    poll = select.poll()
    poll.register(exit_fd, select.POLLIN)
    return bool(poll.poll(timeout_s * 1e3))


def pin_threads(pid: int, core: int) -> bool:
    """Keep every thread of a process on one core; False where that is not possible."""
    try:
        for thread in os.listdir(f"/proc/{pid}/task"):
            os.sched_setaffinity(int(thread), {core})
    except (OSError, ValueError, AttributeError):
        return False
    return True


class WorkerProcess:
    """What every box has that runs a process of our own; `pid` is set once it is known."""

    pid = 0
    folder = ""

    def cpu_time_s(self) -> float:
        """CPU time of all its threads, right to the microsecond while it is blocked.

        0 once it is dead and collected, and where the system does not offer the clock of another process.
        """
        try:
            return time.clock_gettime(
                (~self.pid << 3) | 2
            )  # <linux/posix-timers.h>: CPUCLOCK_SCHED of a process
        except OSError:
            return 0.0

    def peak_memory_bytes(self) -> int:
        """The most memory that was resident, from /proc; 0 where there is none, and once it is dead."""
        try:
            with open(f"/proc/{self.pid}/status", "rb", 0) as file:
                status = file.read(4096)
        except OSError:
            return 0
        at = status.find(b"VmHWM:")
        return int(status[at + 6 :].split(None, 1)[0]) * 1024 if at >= 0 else 0

    def kill(self) -> None:
        """SIGKILL to the worker, which in a pid namespace is its init, and to its group."""
        if self.pid <= 0:  # to the kernel, 0 is our own group
            return
        for send in (os.kill, os.killpg):
            try:
                send(self.pid, 9)
            except OSError:
                pass
