"""The local backend: boxes made of the Linux kernel's own means, with nothing to install."""

from __future__ import annotations

import _socket
import _thread
import os
import select
import sys
import time

from judge.errors import SandboxError
from judge.sandbox.process import WorkerProcess
from judge.sandbox.zygote import NoGroups, Zygote

TYPE_CHECKING = False

if TYPE_CHECKING:
    from collections.abc import Iterable

    from judge.sandbox.contract import Launch, Layer
    from judge.sandbox.ending import Exit
    from judge.sandbox.session import WorkerSession

OPEN_TIMEOUT_S = 20.0
"""How long the walls of one box may take; they take milliseconds."""

REQUIRED = frozenset({"no-new-privs", "rlimits", "seccomp"})
HIDING = frozenset({"landlock", "namespaces"})


def isolates(layers: Iterable[str]) -> bool:
    """Whether walls of these names together hold hostile code."""
    standing = set(layers)
    return standing >= REQUIRED and bool(standing & HIDING)


class LocalBackend:
    """Boxes on this Linux machine."""

    name = "local"

    def __init__(self, *, without: frozenset[str] = frozenset()) -> None:
        """`without` names layers to leave out, to try the others alone."""
        self._without = without

    def probe(self) -> tuple[Layer, ...]:
        """Try each layer for real; see judge.sandbox.probe."""
        from judge.sandbox.probe import examine_local

        return examine_local(self)

    def start(self) -> LocalSandbox:
        """Spawn the zygote and return at once; a failure shows at the first open()."""
        if not sys.platform.startswith("linux"):
            raise SandboxError(
                f"the local sandbox needs Linux, and this is {sys.platform}: use --sandbox docker"
            )
        return LocalSandbox(self._without)


class LocalSandbox:
    """A warm zygote."""

    name = "local"

    def __init__(self, without: frozenset[str] = frozenset()) -> None:
        self._without = without
        self._lock = _thread.allocate_lock()
        self._sessions: list[WorkerSession] = []
        self._missing: dict[str, str] = {}
        self._closed = False
        self._promised = False
        """Somebody was told that hostile code is held."""
        self._folder = ""
        self._zygote = self._spawn("namespaces" not in without)

    def _spawn(self, namespaces: bool) -> Zygote:
        return Zygote(lambda: self._prepare(namespaces))

    def _prepare(self, namespaces: bool) -> dict[str, object]:
        """Return what the zygote needs to know."""
        from judge.sandbox.folder import private_path, sweep
        from judge.sandbox.seccomp import build_filter

        program, own_pid_at = b"", list[int]()
        if "seccomp" not in self._without:
            try:
                program, own_pid_at = build_filter()
            except SandboxError as error:
                self._missing["seccomp"] = str(error)
        if not namespaces:
            sweep()
        self._folder = private_path()
        return {
            "filter": program,
            "own_pid_at": own_pid_at,
            "namespaces": namespaces,
            "landlock": "landlock" not in self._without,
            "cgroup": "cgroup" not in self._without,
            "folder": self._folder,
        }

    def _describe(self) -> dict[str, object]:
        """Return what the zygote says of its walls; start another where namespaces cannot be had."""
        with self._lock:
            described = self._zygote.describe()
            if "no_namespaces" in described:
                self._missing["namespaces"] = str(described["no_namespaces"])
                self._start_again()
                described = self._zygote.describe()
            self._missing.update(described.get("missing", {}))  # type: ignore[call-overload]
            return described

    def _leave_groups_out(self, why: str) -> None:
        """Start again without control groups: they could be made, but not entered."""
        with self._lock:
            if "cgroup" not in self._without:
                self._without = self._without | {"cgroup"}
                self._missing["cgroup"] = why
                self._start_again()
        self._describe()

    def _start_again(self) -> None:
        """Put a fresh zygote in the place of this one; its boxes end with it."""
        self._end_zygote()
        self._zygote = self._spawn("namespaces" not in {*self._without, *self._missing})

    def _end_zygote(self) -> None:
        self._zygote.close()
        if os.path.lexists(self._folder):  # it was killed, and could not remove what its boxes wrote
            from judge.sandbox.folder import remove_tree

            remove_tree(self._folder)

    def _replace(self, broken: Zygote) -> None:
        """Start again after a zygote broke, unless another thread did so already.

        Judgings under way in boxes of the broken one fail as the judge's fault: it cannot collect them.
        """
        with self._lock:
            if self._zygote is broken and not self._closed:
                self._start_again()

    def layers(self) -> tuple[str, ...]:
        """Names of the layers in force for every session; waits for the zygote."""
        return tuple(self._describe()["layers"])  # type: ignore[arg-type]

    def missing(self) -> dict[str, str]:
        """Return the layers that this machine does not offer, each with the kernel's reason."""
        self._describe()
        return dict(self._missing)

    def isolated(self) -> bool:
        """Whether hostile code is held: it sees no other file, process or network."""
        self._promised = isolates(self.layers()) or self._promised
        return isolates(self.layers())

    def open(self, launch: Launch) -> WorkerSession:
        """Start a worker; returns when its walls stand.

        A zygote that ended, or did not answer, is replaced once. Raises SandboxError.
        """
        from judge.sandbox.packages import find_packages
        from judge.sandbox.session import WorkerSession

        limits = launch.limits
        request: dict[str, object] = {
            "cpu_s": int(limits.cpu_s),
            "memory_bytes": limits.memory_bytes,
            "processes": limits.processes,
            "file_bytes": limits.file_bytes,
            "work_bytes": limits.work_bytes,
            "packages": find_packages(launch.packages) if launch.packages else {},
        }
        zygote = self._zygote
        try:
            box = self._open_box(request)
        except SandboxError:
            if not zygote.broken:
                raise
            self._replace(zygote)
            box = self._open_box(request)
        session = WorkerSession(box, limits)
        self._sessions = [each for each in self._sessions if not each.closed]
        self._sessions.append(session)
        return session

    def _open_box(self, request: dict[str, object]) -> LocalBox:
        layers: tuple[str, ...] = tuple(self._describe()["layers"])  # type: ignore[arg-type]
        if self._promised and not isolates(layers):
            raise SandboxError("the sandbox was started again, and hostile code is not held any more")
        try:
            return LocalBox(self._zygote, request)
        except NoGroups as why:
            self._leave_groups_out(str(why))
            return LocalBox(self._zygote, request)

    def close(self) -> None:
        """End every session, then the zygote."""
        with self._lock:
            self._closed = True
        for session in self._sessions:
            session.close()
        self._sessions = []
        self._end_zygote()

    def __enter__(self) -> LocalSandbox:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()


class LocalBox(WorkerProcess):
    """One worker of a zygote: its descriptors, its clocks, and the power over it."""

    confined = True

    def __init__(self, zygote: Zygote, request: dict[str, object]) -> None:
        self._zygote = zygote
        self.protocol, far = _socket.socketpair(_socket.AF_UNIX, _socket.SOCK_STREAM)
        self.stdout_fd, out = os.pipe2(os.O_CLOEXEC)
        self.stderr_fd, err = os.pipe2(os.O_CLOEXEC)
        self.exit_fd = -1
        self._inner_pid = 0
        try:
            try:
                self.protocol.setsockopt(_socket.SOL_SOCKET, _socket.SO_PASSCRED, 1)
                self._inner_pid, self.folder = zygote.open(request, [far.fileno(), out, err])
            finally:
                far.close()
                os.close(out)
                os.close(err)
            self._await_walls()
            for fd in (self.stdout_fd, self.stderr_fd):
                os.set_blocking(fd, False)
            self.protocol.setblocking(False)
            self.exit_fd = _open_pidfd(self.pid)
        except BaseException:
            self._abandon()
            raise

    def _await_walls(self) -> None:
        """Read the worker's first frame, and from the kernel who sent it: the pid as we count."""
        deadline_s = time.monotonic() + OPEN_TIMEOUT_S
        poll = select.poll()
        poll.register(self.protocol.fileno(), select.POLLIN)
        text = b""
        while len(text) < 4 or len(text) < 4 + int.from_bytes(text[:4], "big"):
            left_s = deadline_s - time.monotonic()
            if left_s <= 0 or not poll.poll(left_s * 1e3):
                raise SandboxError(f"a worker's walls did not stand within {OPEN_TIMEOUT_S:g} s")
            part, ancillary, _, _ = self.protocol.recvmsg(4096, 64)
            if not part:
                raise SandboxError("a worker ended before its walls stood")
            text += part
            for level, kind, content in ancillary:
                if level == _socket.SOL_SOCKET and kind == _socket.SCM_CREDENTIALS:
                    self.pid = int.from_bytes(content[:4], sys.byteorder)
        if text[4:] != b"ready":
            why = text[4:].decode("utf-8", "replace")
            raise SandboxError(f"a wall of the sandbox does not stand: {why}")
        if self.pid <= 0:
            raise SandboxError("the kernel did not say which process the worker is")
        self.protocol.setsockopt(_socket.SOL_SOCKET, _socket.SO_PASSCRED, 0)

    def _abandon(self) -> None:
        if self._inner_pid:
            try:
                self._zygote.reap(self._inner_pid)
            except SandboxError:
                pass
        self.protocol.close()
        for fd in (self.stdout_fd, self.stderr_fd, self.exit_fd):
            if fd >= 0:
                os.close(fd)

    def collect(self) -> Exit:
        """Have the zygote collect it. Raises SandboxError when the zygote is gone."""
        from judge.sandbox.ending import Exit

        answer = self._zygote.reap(self._inner_pid)
        return Exit(
            answer["status"],  # type: ignore[arg-type]
            answer["cpu_s"],  # type: ignore[arg-type]
            answer["peak_bytes"],  # type: ignore[arg-type]
            bool(answer["out_of_memory"]),
        )


def _open_pidfd(pid: int) -> int:
    try:
        return os.pidfd_open(pid)
    except OSError as error:
        raise SandboxError(f"pidfd_open: {error.strerror} (Linux 5.3 or newer is needed)") from error
