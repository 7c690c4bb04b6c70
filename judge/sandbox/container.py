"""One container: how it is started, spoken to through the attached stream, and removed."""

from __future__ import annotations

import _socket
import marshal
import os
import select
import socket
import struct
import threading
import time

from judge.errors import SandboxError
from judge.sandbox.contract import MIB, Launch, Limits
from judge.sandbox.ending import Exit
from judge.sandbox.engine import explain
from judge.sandbox.memory import peak_memory_bytes
from judge.sandbox.seccomp import build_filter

TYPE_CHECKING = False

if TYPE_CHECKING:
    from docker import DockerClient

USER = "65534:65534"
WARM_TIMEOUT_S = 60.0
"""From creating a container to its word that it is warm; a loaded engine takes seconds."""

SPARE_PROCESSES = 6
"""Beside the worker's threads: the init, the relay, and the engine's own exec while it starts."""

BARE_BYTES = 64 * MIB
"""Memory of the bare worker and the relay, on top of which the limit counts."""

HEADER = struct.Struct(">BxxxI")
"""The engine's frame around each piece of an attached stream: which stream, length."""

STDOUT = 1
LABEL = "judge.sandbox"

_lost: dict[str, float] = {}
"""Names of containers that could not be removed because the engine did not answer, and since when."""

LOST_S = 60.0
"""An engine that lost its client may still create what was asked for; it has done so after this."""


def sweep(client: DockerClient) -> None:
    """Remove what an engine that went away kept of this process's containers."""
    from docker.errors import DockerException, NotFound

    for name, since_s in tuple(_lost.items()):
        try:
            client.api.remove_container(name, force=True)
        except NotFound:
            if time.monotonic() < since_s + LOST_S:
                continue
        except (DockerException, OSError):
            continue
        _lost.pop(name, None)
    try:
        created = {"label": LABEL, "status": "created"}
        for container in client.api.containers(all=True, filters=created):
            if container["Created"] < time.time() - LOST_S:  # its judge died between two requests
                client.api.remove_container(container["Id"], force=True)
    except (DockerException, OSError, KeyError):
        pass  # the next sandbox sweeps again


class Container:
    """A started container that has not yet been told what to run. Raises SandboxError."""

    def __init__(self, client: DockerClient, image: str, limits: Limits) -> None:
        from docker.errors import DockerException, ImageNotFound
        from docker.types import LogConfig, Ulimit

        self.client = client
        self.inbox = bytearray()
        self._raw = bytearray()
        self.stream: socket.socket | None = None
        memory_bytes = limits.memory_bytes + BARE_BYTES
        work_bytes = 4 * limits.file_bytes
        # Named here: it may be created although the answer that names it never arrives
        self.name = f"judge-{os.getpid()}-{os.urandom(6).hex()}"
        try:
            self.container = client.containers.create(
                image,
                name=self.name,
                stdin_open=True,
                network_mode="none",
                read_only=True,
                tmpfs={"/work": f"size={work_bytes},mode=1777,nosuid,nodev,noexec"},
                cap_drop=["ALL"],
                security_opt=["no-new-privileges"],
                pids_limit=limits.processes + SPARE_PROCESSES,
                mem_limit=memory_bytes,
                memswap_limit=memory_bytes,
                ulimits=[Ulimit(name="core", soft=0, hard=0)],
                ipc_mode="none",
                init=True,
                user=USER,
                auto_remove=True,
                log_config=LogConfig(type="none"),
                labels={LABEL: str(os.getpid())},
            )
        except ImageNotFound as error:
            raise SandboxError(f"the image {image} is gone: run `judge sandbox build`") from error
        except (DockerException, OSError) as error:
            _lost[self.name] = time.monotonic()
            raise SandboxError(explain(error)) from error
        try:
            attached = client.api.attach_socket(
                self.container.id, params={"stdin": 1, "stdout": 1, "stream": 1}
            )
            # The library wraps what the transport gave it; below a unix or TCP transport is a socket
            self._wrapper = attached
            self.stream = getattr(attached, "_sock", attached)
            self.container.start()
            self._await_warm()
        except (DockerException, OSError) as error:
            self.remove()
            raise SandboxError(explain(error)) from error
        except BaseException:
            self.remove()
            raise

    def _await_warm(self) -> None:
        assert self.stream is not None
        deadline_s = time.monotonic() + WARM_TIMEOUT_S
        while True:
            chunk = self.take_chunk()
            if chunk is not None:
                if chunk[0] != b"R":
                    raise SandboxError("the container speaks out of turn")
                return
            self.stream.settimeout(max(0.01, deadline_s - time.monotonic()))
            if not self.feed(self.stream.recv(1 << 16)):
                raise SandboxError("the container ended at once: is python3 in the image 3.11 or newer?")

    def feed(self, part: bytes) -> bool:
        """Take in what the engine sent; False at the stream's end."""
        self._raw += part
        while len(self._raw) >= HEADER.size:
            stream, size = HEADER.unpack_from(self._raw)
            end = HEADER.size + size
            if len(self._raw) < end:
                break
            if stream == STDOUT:
                self.inbox += self._raw[HEADER.size : end]
            del self._raw[:end]
        return bool(part)

    def take_chunk(self) -> tuple[bytes, bytes] | None:
        """Return the next chunk of the relay, its letter and its bytes, once it is complete."""
        if len(self.inbox) < 5:
            return None
        size = int.from_bytes(self.inbox[1:5], "big")
        if len(self.inbox) < 5 + size:
            return None
        tag, body = bytes(self.inbox[:1]), bytes(self.inbox[5 : 5 + size])
        del self.inbox[: 5 + size]
        return tag, body

    def is_warm(self) -> bool:
        """Whether it still waits for its launch."""
        if self.stream is None:
            return False
        poll = select.poll()
        poll.register(self.stream.fileno(), select.POLLIN)
        return not poll.poll(0)

    def pid(self) -> int:
        """The pid of its init on this machine; 0 where the engine runs elsewhere."""
        from docker.errors import DockerException

        try:
            self.container.reload()
            return int(self.container.attrs["State"]["Pid"])
        except (DockerException, OSError, KeyError):
            return 0

    def kill(self) -> None:
        """End it at once. Raises SandboxError when the engine does not do it."""
        from docker.errors import APIError, DockerException, NotFound

        try:
            self.container.kill()
        except NotFound:
            pass
        except APIError as error:
            if error.status_code not in (404, 409):  # gone, or not running any more
                raise SandboxError(explain(error)) from error
        except (DockerException, OSError) as error:
            raise SandboxError(explain(error)) from error

    def remove(self) -> None:
        """Kill and remove it; never raises. What an engine that is away keeps, sweep() removes."""
        from docker.errors import APIError, DockerException, NotFound

        if self.stream is not None:
            self.stream.close()
            self.stream = None
        try:
            self.container.remove(force=True)
        except NotFound:
            pass
        except APIError as error:
            if error.status_code != 409:  # its removal is in progress
                _lost[self.name] = time.monotonic()
        except (DockerException, OSError):
            _lost[self.name] = time.monotonic()


class ContainerBox:
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
        self._clock = (~self.pid << 3) | 2 if self.pid else 0

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
        except OSError as error:
            self._lost = self._lost or explain(error)
        finally:
            for fd in (self._out, self._err):
                if fd >= 0:
                    os.close(fd)
            self._far.close()
            os.close(self._exit_end)  # makes exit_fd readable

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
        """Hand one chunk on; the session's own caps bound how much it takes."""
        try:
            if tag == b"P":
                if body:
                    self._push(self._far.fileno(), body)
                else:
                    self._far.shutdown(socket.SHUT_WR)
            elif tag in (b"O", b"E") and body:
                self._push(self._out if tag == b"O" else self._err, body)
            elif tag == b"X":
                said = marshal.loads(body)
                self._exit = Exit(said["status"], said["cpu_s"], said["peak_bytes"])
        except OSError:  # the session is closed
            pass
        except (ValueError, EOFError, TypeError, KeyError):
            self._lost = "the container's relay sent nonsense"

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
        if self._clock:
            try:
                return time.clock_gettime(self._clock)
            except OSError:  # dead
                return 0.0
        return self._engine_cpu_s()

    def _engine_cpu_s(self) -> float:
        from docker.errors import DockerException

        try:
            stats = self._container.container.stats(stream=False, one_shot=True)
            return float(stats["cpu_stats"]["cpu_usage"]["total_usage"]) / 1e9
        except (DockerException, OSError, KeyError, TypeError):
            return 0.0

    def peak_memory_bytes(self) -> int:
        """The most memory that was resident, where the worker can be seen from here."""
        return peak_memory_bytes(self.pid) if self.pid else 0

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
        if self._pump.is_alive():
            self._pump.join(5)
        self.protocol.close()
        for fd in (self.stdout_fd, self.stderr_fd, self.exit_fd):
            os.close(fd)
