"""One container: how it is started, what comes out of its attached stream, and how it is removed."""

from __future__ import annotations

import os
import select
import socket
import struct
import time

from judge.errors import SandboxError
from judge.sandbox.contract import MIB, Limits
from judge.sandbox.engine import explain

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
MAX_CHUNK_BYTES = 1 << 16
"""What the relay sends at a time, CHUNK_BYTES of worker/box_container.py; a claim of more is a lie."""

NONSENSE = "the container's relay sent nonsense"
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
        # Named here: it may be created although the answer that names it never arrives
        self.name = f"judge-{os.getpid()}-{os.urandom(6).hex()}"
        try:
            self.container = client.containers.create(
                image,
                name=self.name,
                stdin_open=True,
                network_mode="none",
                read_only=True,
                tmpfs={"/work": f"size={limits.work_bytes},mode=1777,nosuid,nodev,noexec"},
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
        """Return the next chunk of the relay, its letter and its bytes, once it is complete.

        Raises SandboxError when it claims to be larger than chunks are.
        """
        if len(self.inbox) < 5:
            return None
        size = int.from_bytes(self.inbox[1:5], "big")
        if size > MAX_CHUNK_BYTES:
            raise SandboxError(NONSENSE)
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
