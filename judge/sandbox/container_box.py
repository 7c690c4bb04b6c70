"""The box around a worker in a container: a thread turns the attached stream into descriptors.

What comes out of a container is hostile as a whole, the relay's own word of how the worker ended included: it
is JSON of numbers that can be true, and anything else ends the session.
"""

from __future__ import annotations

import _socket
import json
import marshal
import os
import select
import socket
import threading

from judge.errors import SandboxError
from judge.sandbox.container import NONSENSE, WARM_TIMEOUT_S, Container
from judge.sandbox.contract import Launch
from judge.sandbox.ending import Exit
from judge.sandbox.engine import explain
from judge.sandbox.process import WorkerProcess
from judge.sandbox.seccomp import build_filter

MOST_CPU_S = 1e7
MOST_BYTES = 1 << 50
"""Beyond what any worker can have used."""


def read_exit(body: bytes) -> Exit:
    """Read a relay's word of how the worker ended. Raises ValueError where that cannot be true."""
    try:
        said = json.loads(body)
        status, cpu_s, peak_bytes = said["status"], said["cpu_s"], said["peak_bytes"]
    except (TypeError, KeyError, RecursionError) as error:
        raise ValueError(NONSENSE) from error
    whole = type(status) is int and type(peak_bytes) is int and type(cpu_s) in (int, float)
    if not (
        whole
        and 0 <= status <= 0xFFFF
        and (os.WIFEXITED(status) or os.WIFSIGNALED(status))
        and 0 <= cpu_s <= MOST_CPU_S  # which NaN is not either
        and 0 <= peak_bytes <= MOST_BYTES
    ):
        raise ValueError(NONSENSE)
    return Exit(status, float(cpu_s), peak_bytes)


class ContainerBox(WorkerProcess):
    """A Box in a container; a thread turns the attached stream into descriptors."""

    confined = True

    def __init__(self, container: Container, launch: Launch) -> None:
        self._container = container
        self._exit: Exit | None = None
        self._lost = ""
        self._collected = False
        self._ending = False
        near, self._far = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
        self.protocol: _socket.socket = near
        self.stdout_fd, self._out = os.pipe()
        self.stderr_fd, self._err = os.pipe()
        self.exit_fd, self._exit_end = os.pipe()
        self._pump = threading.Thread(target=self._relay, name="judge-docker", daemon=True)
        limits = launch.limits
        program, own_pid_at = build_filter()
        request = {
            "cpu_s": int(limits.cpu_s),
            "memory_bytes": limits.memory_bytes,
            "processes": limits.processes,
            "file_bytes": limits.file_bytes,
            "packages": list(launch.packages),
            "filter": program,
            "own_pid_at": own_pid_at,
        }
        body = marshal.dumps(request, 2)
        assert container.stream is not None
        self._stream = container.stream
        try:
            self._stream.settimeout(WARM_TIMEOUT_S)
            self._stream.sendall(len(body).to_bytes(4, "big") + body)
            self._stream.setblocking(False)
            self._far.setblocking(False)
            for fd in (self._out, self._err):
                os.set_blocking(fd, False)
            self._pump.start()
            self.layers = self._await_walls()
        except OSError as error:
            self._abandon()
            raise SandboxError(explain(error)) from error
        except BaseException:
            self._abandon()
            raise
        self.protocol.setblocking(False)
        for fd in (self.stdout_fd, self.stderr_fd):
            os.set_blocking(fd, False)
        self._init = container.pid()
        self.pid = self._find_worker()

    def _await_walls(self) -> tuple[str, ...]:
        self.protocol.settimeout(WARM_TIMEOUT_S)
        text = b""
        while len(text) < 4 or len(text) < 4 + int.from_bytes(text[:4], "big"):
            part = self.protocol.recv(4096)
            if not part:
                raise SandboxError(self._lost or "the container ended before its walls stood")
            text += part
        words = text[4:].decode("utf-8", "replace")
        if not words.startswith("ready "):
            raise SandboxError(f"a wall of the sandbox does not stand: {words}")
        return tuple(words.split()[1:])

    def _find_worker(self) -> int:
        """Return the worker's pid here: the last of the line init, relay, box; 0 if it is elsewhere."""
        pid = self._init
        try:
            for _ in range(2):
                with open(f"/proc/{pid}/task/{pid}/children", "rb") as file:
                    pid = int(file.read().split()[0])
            with open(f"/proc/{pid}/cgroup", "rb") as file:
                own = file.read()
        except (OSError, IndexError, ValueError):
            return 0
        return pid if str(self._container.container.id).encode() in own else 0

    # The pump --------------------------------------------------------------------------------------

    def _relay(self) -> None:
        try:
            self._relay_until_end()
        except (OSError, ValueError, SandboxError) as error:
            self._lost = explain(error) if isinstance(error, OSError) else NONSENSE
        finally:
            self._close_far_ends()
        if self._lost == NONSENSE:
            self._read_to_nowhere()

    def _read_to_nowhere(self) -> None:
        """Take what a relay that lies still sends, until it is killed (see `_push`)."""
        poll = select.poll()
        try:
            poll.register(self._stream.fileno(), select.POLLIN)
            while poll.poll(WARM_TIMEOUT_S * 1e3) and self._stream.recv(1 << 18):
                pass
        except (OSError, ValueError):
            pass

    def _close_far_ends(self) -> None:
        self._far.close()
        for fd in (self._out, self._err, self._exit_end):  # the last makes exit_fd readable
            os.close(fd)

    def _relay_until_end(self) -> None:
        stream, far = self._stream, self._far
        poll = select.poll()
        poll.register(stream.fileno(), select.POLLIN)
        poll.register(far.fileno(), select.POLLIN)
        outgoing = memoryview(b"")
        while True:
            chunk = self._container.take_chunk()
            while chunk is not None:
                self._deliver(*chunk)
                if self._exit is not None:
                    return
                chunk = self._container.take_chunk()
            for fd, event in poll.poll():
                if fd == far.fileno():
                    outgoing = memoryview(far.recv(1 << 16))
                    poll.unregister(far.fileno())
                    if outgoing:
                        poll.modify(stream.fileno(), select.POLLIN | select.POLLOUT)
                    continue
                if event & (select.POLLIN | select.POLLHUP | select.POLLERR):
                    try:
                        if not self._container.feed(stream.recv(1 << 18)):
                            return
                    except BlockingIOError:
                        pass
                if event & select.POLLOUT:
                    try:
                        outgoing = outgoing[stream.send(outgoing) :]
                    except BlockingIOError:
                        pass
                    if not outgoing:
                        poll.modify(stream.fileno(), select.POLLIN)
                        poll.register(far.fileno(), select.POLLIN)

    def _deliver(self, tag: bytes, body: bytes) -> None:
        """Hand one chunk on, as far as the session's own caps let it. Raises ValueError for nonsense."""
        try:
            if tag == b"P":
                if body:
                    self._push(self._far.fileno(), body)
                else:
                    self._far.shutdown(socket.SHUT_WR)
            elif tag in (b"O", b"E") and body:
                self._push(self._out if tag == b"O" else self._err, body)
            elif tag == b"X":
                self._exit = read_exit(body)
            elif tag not in (b"O", b"E"):
                raise ValueError(NONSENSE)
        except OSError:  # the session is closed
            pass

    def _push(self, fd: int, body: bytes) -> None:
        """Write as fast as the session reads, or nowhere once it ends: an engine whose stream nobody
        reads does not get around to killing the container."""
        left = memoryview(body)
        poll = select.poll()
        poll.register(fd, select.POLLOUT)
        while left and not self._ending:
            if poll.poll(20):
                try:
                    left = left[os.write(fd, left) :]
                except BlockingIOError:
                    pass

    # What a session asks of its box ------------------------------------------------------------------

    def cpu_time_s(self) -> float:
        """CPU time of the worker from the kernel, or of its container from the engine."""
        return super().cpu_time_s() if self.pid else self._engine_cpu_s()

    def _engine_cpu_s(self) -> float:
        from docker.errors import DockerException

        try:
            stats = self._container.container.stats(stream=False, one_shot=True)
            return float(stats["cpu_stats"]["cpu_usage"]["total_usage"]) / 1e9
        except (DockerException, OSError, KeyError, TypeError):
            return 0.0

    def peak_memory_bytes(self) -> int:
        """The most memory that was resident, where the worker can be seen from here."""
        return super().peak_memory_bytes() if self.pid else 0

    def kill(self) -> None:
        """SIGKILL to everything in the container. Raises SandboxError when the engine is gone."""
        self._ending = True
        if self._exit is None:
            self._container.kill()

    def collect(self) -> Exit:
        """Say how it ended. Raises SandboxError when that was not the worker's doing."""
        if not self._collected:
            self._collected = True
            self._pump.join(WARM_TIMEOUT_S)
            out_of_memory, status = self._ask_engine()
            if self._exit is None:
                self._exit = Exit(status, self.cpu_time_s(), 0, out_of_memory)
            elif out_of_memory:
                self._exit = Exit(self._exit.status, self._exit.cpu_s, self._exit.peak_memory_bytes, True)
            self._container.remove()
        if self._exit is None:
            raise SandboxError(self._lost or "the container vanished")
        return self._exit

    def _ask_engine(self) -> tuple[bool, int]:
        """Return whether memory ran out, and the status of the container's end."""
        from docker.errors import DockerException, NotFound

        try:
            self._container.container.reload()
            state = self._container.container.attrs["State"]
            return bool(state["OOMKilled"]), int(state["ExitCode"]) << 8
        except NotFound:
            return False, 9
        except (DockerException, OSError, KeyError) as error:
            raise SandboxError(explain(error)) from error

    def _abandon(self) -> None:
        self._ending = True
        self._container.remove()
        if self._pump.ident is None:  # it never ran, so nobody else closes them
            self._close_far_ends()
        elif self._pump.is_alive():
            self._pump.join(5)
        self.protocol.close()
        for fd in (self.stdout_fd, self.stderr_fd, self.exit_fd):
            os.close(fd)
