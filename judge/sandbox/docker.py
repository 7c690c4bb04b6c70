"""The docker backend: one hardened container for each session.

    judge ── attached streams ── engine ── relay in the container ── box      (worker/box_container.py)

A container starts without knowing what it will run, says that it is warm and waits; `open` takes a warm
one where there is one, sends it the launch, and starts the next in the background. A thread here turns the
attached stream back into a protocol socket and two pipes, so that the session and its watchdog are the
ones of the local backend. If the judge ends, the stream ends, the container's only process with it, and
the engine removes the container; if the engine ends, sessions raise SandboxError.
"""

from __future__ import annotations

import threading

from judge.errors import SandboxError
from judge.sandbox.contract import Launch, Layer, Limits
from judge.sandbox.engine import connect, explain
from judge.sandbox.image import build_image, image_tag
from judge.sandbox.session import WorkerSession

TYPE_CHECKING = False

if TYPE_CHECKING:
    from docker import DockerClient

    from judge.sandbox.container import Container

__all__ = ["DockerBackend", "DockerSandbox", "build_image", "engine_answers"]

LAYERS = ("container", "namespaces", "cgroup", "no-new-privs", "rlimits", "seccomp", "uid-drop")


def engine_answers() -> bool:
    """Whether a Docker engine can be used from here."""
    try:
        connect(timeout_s=5).close()
    except SandboxError:
        return False
    return True


class DockerBackend:
    """Containers of the engine that the environment names."""

    name = "docker"

    def probe(self) -> tuple[Layer, ...]:
        """Look for the engine and the image, and start one container."""
        try:
            client = connect(timeout_s=5)
        except SandboxError as error:
            text, _, repair = str(error).partition(": ")
            return (Layer("engine", False, text, repair),)
        version = client.version()["Version"]
        client.close()
        engine = Layer("engine", True, f"Docker {version}")
        try:
            with self.start() as sandbox:
                sandbox.open(Launch(Limits())).close()
                return (engine, *(Layer(name, True, "") for name in sandbox.layers()))
        except SandboxError as error:
            return (engine, Layer("container", False, str(error), "judge sandbox build"))

    def start(self) -> DockerSandbox:
        """Connect, and begin to warm a container. Raises SandboxError."""
        return DockerSandbox(connect())


class DockerSandbox:
    """A pool of at most one warm container, kept for the limits that were last asked for."""

    name = "docker"

    def __init__(self, client: DockerClient) -> None:
        self._client = client
        self._lock = threading.Lock()
        self._closed = False
        self._spare: tuple[Limits, Container] | None = None
        self._warming: threading.Thread | None = None
        self._sessions: list[WorkerSession] = []
        self._inside: tuple[str, ...] = ()
        self._image = self._find_image()
        self._warm(Limits())

    def _find_image(self) -> str:
        from docker.errors import DockerException, ImageNotFound

        tag = image_tag()
        try:
            self._client.images.get(tag)
        except ImageNotFound as error:
            self._client.close()
            raise SandboxError(f"the image {tag} is not there: run `judge sandbox build`") from error
        except (DockerException, OSError) as error:
            self._client.close()
            raise SandboxError(explain(error)) from error
        return tag

    def layers(self) -> tuple[str, ...]:
        """Names of the layers in force; Landlock is among them once a session has shown it."""
        return (*LAYERS, *(name for name in self._inside if name not in LAYERS))

    def isolated(self) -> bool:
        return True

    def open(self, launch: Launch) -> WorkerSession:
        """Start a worker in a container of its own. Raises SandboxError."""
        from judge.sandbox.container import Container
        from judge.sandbox.container_box import ContainerBox

        container = self._take_spare(launch.limits)
        if container is None:
            container = Container(self._client, self._image, launch.limits)
        box = ContainerBox(container, launch)
        self._inside = box.layers
        session = WorkerSession(box, launch.limits)
        with self._lock:
            self._sessions = [each for each in self._sessions if not each.closed]
            self._sessions.append(session)
        self._warm(launch.limits)
        return session

    def _take_spare(self, limits: Limits) -> Container | None:
        warming = self._warming
        if warming is not None:
            warming.join()
        with self._lock:
            spare, self._spare = self._spare, None
        if spare is None:
            return None
        if spare[0] != limits or not spare[1].is_warm():
            spare[1].remove()
            return None
        return spare[1]

    def _warm(self, limits: Limits) -> None:
        """Start a container for the next session in the background."""

        def work() -> None:
            from judge.sandbox.container import Container, sweep

            try:
                sweep(self._client)
                container = Container(self._client, self._image, limits)
            except SandboxError:  # open() tries again, and says why
                return
            with self._lock:
                if not self._closed and self._spare is None:
                    self._spare = (limits, container)
                    return
            container.remove()

        with self._lock:
            if self._closed or self._spare is not None:
                return
            if self._warming is not None and self._warming.is_alive():
                return
            self._warming = threading.Thread(target=work, name="judge-docker-warm", daemon=True)
            self._warming.start()

    def close(self) -> None:
        """End every session and remove every container."""
        with self._lock:
            self._closed = True
            sessions, self._sessions = self._sessions, []
            spare, self._spare = self._spare, None
        for session in sessions:
            session.close()
        if self._warming is not None:
            self._warming.join()
        if spare is not None:
            spare[1].remove()
        self._client.close()

    def __enter__(self) -> DockerSandbox:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()
