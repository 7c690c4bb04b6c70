"""The `none` backend: a plain process without walls, for machines that offer none.

Same protocol, same watchdog, and rlimits where the system has them; but a submission can read and write
whatever its user can. Single-user commands run with a warning, batches refuse (see choose.py).
"""

from __future__ import annotations

import _socket
import marshal
import os
import sys

from judge.errors import SandboxError
from judge.sandbox.contract import Launch, Layer
from judge.sandbox.ending import Exit
from judge.sandbox.folder import private_path, remove_tree, sweep
from judge.sandbox.packages import find_packages
from judge.sandbox.process import WorkerProcess
from judge.sandbox.session import WorkerSession
from judge.sandbox.zygote import spawn_worker
from judge.wire.frames import frame

OPEN_TIMEOUT_S = 20.0


class NoneBackend:
    """Plain processes of the same user."""

    name = "none"

    def probe(self) -> tuple[Layer, ...]:
        """There is nothing to try."""
        return (
            Layer("process-group", True, "ends the worker and what stayed in its group"),
            Layer("rlimits", True, "as far as this system enforces them"),
        )

    def start(self) -> NoneSandbox:
        """Raises SandboxError on systems without POSIX processes."""
        if not hasattr(os, "posix_spawn"):
            raise SandboxError(f"the judge cannot run code on {sys.platform}: use --sandbox docker, or WSL2")
        sweep()
        return NoneSandbox()


class NoneSandbox:
    """Starts one process for each session; nothing is kept warm."""

    name = "none"

    def __init__(self) -> None:
        self._sessions: list[WorkerSession] = []

    def layers(self) -> tuple[str, ...]:
        return ("process-group", "rlimits")

    def isolated(self) -> bool:
        return False

    def open(self, launch: Launch) -> WorkerSession:
        """Start a worker. Raises SandboxError."""
        session = WorkerSession(PlainBox(launch), launch.limits)
        self._sessions = [each for each in self._sessions if not each.closed]
        self._sessions.append(session)
        return session

    def close(self) -> None:
        """End every session."""
        for session in self._sessions:
            session.close()
        self._sessions = []

    def __enter__(self) -> NoneSandbox:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()


class PlainBox(WorkerProcess):
    """One plain process."""

    confined = sys.platform.startswith("linux")

    def __init__(self, launch: Launch) -> None:
        limits = launch.limits
        self.folder = private_path()
        os.mkdir(self.folder, 0o700)
        self.exit_fd = -1
        self.protocol, far = _socket.socketpair(_socket.AF_UNIX, _socket.SOCK_STREAM)
        self.stdout_fd, out = os.pipe()
        self.stderr_fd, err = os.pipe()
        try:
            self.pid = spawn_worker(far.fileno(), ["plain"], out, err)
            request = {
                "cpu_s": int(limits.cpu_s),
                "memory_bytes": limits.memory_bytes,
                "file_bytes": limits.file_bytes,
                "packages": find_packages(launch.packages),
                "folder": self.folder,
            }
            self.protocol.settimeout(OPEN_TIMEOUT_S)
            self.protocol.sendall(frame(marshal.dumps(request, 2)))
            far.close()
            answer = b""
            while len(answer) < 9:
                part = self.protocol.recv(9 - len(answer))
                if not part:
                    break
                answer += part
            if answer[4:] != b"ready":
                raise SandboxError("the worker ended before it was ready")
            self.protocol.setblocking(False)
            for fd in (self.stdout_fd, self.stderr_fd):
                os.set_blocking(fd, False)
            if hasattr(os, "pidfd_open"):
                self.exit_fd = os.pidfd_open(self.pid)
        except OSError as error:
            self._abandon()
            raise SandboxError(f"a worker cannot be started: {error}") from error
        except BaseException:
            self._abandon()
            raise
        finally:
            far.close()
            os.close(out)
            os.close(err)

    def _abandon(self) -> None:
        if self.pid:
            self.kill()
            os.waitpid(self.pid, 0)
        self.protocol.close()
        os.close(self.stdout_fd)
        os.close(self.stderr_fd)
        remove_tree(self.folder)

    def collect(self) -> Exit:
        """Wait for it and remove its folder."""
        _, status, usage = os.wait4(self.pid, 0)
        remove_tree(self.folder)
        scale = 1 if sys.platform == "darwin" else 1024  # getrusage(2): bytes there, KiB here
        return Exit(status, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * scale)
