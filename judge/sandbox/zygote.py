"""The judge's handle on a zygote: spawn it, ask it for workers, have it collect them.

Imported first thing by a cold `judge submit`, so only what is built in or already loaded may be
imported here: `_socket` in place of `socket` (9 ms less), no subprocess, no dataclasses.
"""

from __future__ import annotations

import _socket
import _thread
import marshal
import os
import select
import sys

from judge.errors import SandboxError

TYPE_CHECKING = False

if TYPE_CHECKING:
    from collections.abc import Callable

ANSWER_TIMEOUT_S = 20.0
"""How long a zygote may take to answer; it answers in milliseconds unless the machine is in trouble."""

GRACE_S = 2.0
"""How long one that is broken may take to end in order, so that it takes along what it made on disk."""

MAX_ANSWER_BYTES = 1 << 16

ENVIRONMENT = {
    "PATH": "/usr/bin:/bin",
    "LANG": "C.UTF-8",
    "PYTHONHASHSEED": "0",  # the same submission walks its sets in the same order every time
    "PYTHONUTF8": "1",
    "MALLOC_ARENA_MAX": "1",  # every further arena reserves 64 MiB of the address space limit
}


class NoGroups(SandboxError):
    """Control groups could be made but not entered; nothing was opened."""


class Zygote:
    """A running zygote. Thread-safe: one request at a time."""

    def __init__(self, prepare: Callable[[], dict[str, object]]) -> None:
        """Spawn it; does not wait for it. Meanwhile `prepare` makes the options of judge.worker.box.Walls."""
        self._lock = _thread.allocate_lock()
        self._described: dict[str, object] | None = None
        self.broken = ""
        """Why it answers nothing any more; "" while it does."""
        ours, theirs = _socket.socketpair(_socket.AF_UNIX, _socket.SOCK_SEQPACKET)
        self._control = ours = _out_of_the_way(ours)
        try:
            self.pid = spawn_worker(theirs.fileno(), [])
        finally:
            theirs.close()
        self._send(marshal.dumps(("setup", prepare()), 2), [])

    def describe(self) -> dict[str, object]:
        """Return what the zygote said of itself: {"layers", "missing"} or {"no_namespaces": why}."""
        with self._lock:
            return self._describe()

    def _describe(self) -> dict[str, object]:
        if self._described is None:
            self._described = self._receive()
        return self._described

    def open(self, launch: dict[str, object], fds: list[int]) -> tuple[int, str]:
        """Fork a worker on three descriptors; return its pid as the zygote counts, and its folder on disk."""
        answer = self._ask(marshal.dumps(("open", launch), 2), fds)
        return int(answer["pid"]), str(answer["folder"])  # type: ignore[call-overload]

    def reap(self, pid: int) -> dict[str, object]:
        """Collect a worker: {"status", "cpu_s", "peak_bytes"}. Kills it if it still lives."""
        return self._ask(marshal.dumps(("reap", pid), 2), [])

    def _ask(self, request: bytes, fds: list[int]) -> dict[str, object]:
        with self._lock:
            if self.broken:
                raise SandboxError(self.broken)
            self._describe()
            self._send(request, fds)
            answer = self._receive()
        if "no_cgroup" in answer:
            raise NoGroups(answer["no_cgroup"])
        if "failed" in answer:
            raise SandboxError(f"the sandbox failed: {answer['failed']}")
        return answer

    def _send(self, request: bytes, fds: list[int]) -> None:
        rights = b"".join(fd.to_bytes(4, sys.byteorder) for fd in fds)
        ancillary = [(_socket.SOL_SOCKET, _socket.SCM_RIGHTS, rights)] if fds else []
        try:
            self._control.sendmsg([request], ancillary)
        except ConnectionError as error:
            self.broken = f"the sandbox's zygote is gone ({error.strerror})"
            raise SandboxError(self.broken) from error
        except OSError as error:
            raise SandboxError(f"the sandbox's zygote cannot be asked ({error.strerror})") from error

    def _receive(self) -> dict[str, object]:
        if self.broken:
            raise SandboxError(self.broken)
        poll = select.poll()
        poll.register(self._control.fileno(), select.POLLIN)
        try:
            answer = self._control.recv(MAX_ANSWER_BYTES) if poll.poll(ANSWER_TIMEOUT_S * 1e3) else None
        except OSError:
            answer = b""
        if not answer:
            # An answer that comes late must not be taken for the next one
            self.broken = (
                f"the sandbox's zygote did not answer within {ANSWER_TIMEOUT_S:g} s"
                if answer is None
                else "the sandbox's zygote ended unexpectedly"
            )
            raise SandboxError(self.broken)
        return marshal.loads(answer)  # type: ignore[no-any-return]

    def close(self) -> None:
        """End the zygote, and with it everything it started; returns when it is gone."""
        with self._lock:
            if self._control.fileno() < 0:
                return
            timeout_s = GRACE_S if self.broken else ANSWER_TIMEOUT_S
            self.broken = self.broken or "the sandbox is closed"
            self._control.close()
            wait_for(self.pid, timeout_s)


def _out_of_the_way(line: _socket.socket) -> _socket.socket:
    """Return the socket under a number above stderr's.

    Where a stream was closed, its number goes to the next socket, and the zygote, which is spawned with our
    streams, would hold its own lifeline open: it would outlive us.
    """
    below = []
    while line.fileno() <= 2:
        below.append(line)
        line = _socket.socket(fileno=_socket.dup(line.fileno()))
    for each in below:
        each.close()
    return line


def interpreter() -> str:
    """Return the real interpreter: behind a venv's link, and not a version manager's script."""
    return os.path.realpath(getattr(sys, "_base_executable", None) or sys.executable)


def spawn_worker(control_fd: int, arguments: list[str], out_fd: int = 1, err_fd: int = 2) -> int:
    """Start `judge.worker` with `control_fd` as its descriptor 3; return its pid."""
    program = interpreter()
    folder = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    null = (os.POSIX_SPAWN_OPEN, 0, "/dev/null", os.O_RDONLY, 0)
    # dup2 onto itself would keep close-on-exec on some C libraries, so the number is moved first
    moved = os.dup(control_fd) if control_fd == 3 else control_fd
    try:
        return os.posix_spawn(
            program,
            # Like -I, but the hash seed of our own clean environment counts
            [program, "-s", "-P", "-S", folder + "/worker/__main__.py", *arguments],
            ENVIRONMENT,
            file_actions=[
                null,
                (os.POSIX_SPAWN_DUP2, moved, 3),
                (os.POSIX_SPAWN_DUP2, out_fd, 1),
                (os.POSIX_SPAWN_DUP2, err_fd, 2),
            ],
            setsigmask=[],
            setpgroup=0,  # Ctrl-C reaches the judge alone, which ends the rest in order
        )
    except OSError as error:
        raise SandboxError(f"cannot start {program}: {error.strerror}") from error
    finally:
        if moved != control_fd:
            os.close(moved)


def wait_for(pid: int, timeout_s: float) -> int:
    """Wait for a child of ours; kill it when it takes too long. Return its status, -1 if unknown."""
    try:
        fd = os.pidfd_open(pid)
    except (OSError, AttributeError):
        fd = -1
    try:
        if fd >= 0:
            poll = select.poll()
            poll.register(fd, select.POLLIN)
            if not poll.poll(timeout_s * 1e3):
                os.kill(pid, 9)
        return os.waitpid(pid, 0)[1]
    except OSError:  # somebody else collected it
        return -1
    finally:
        if fd >= 0:
            os.close(fd)
