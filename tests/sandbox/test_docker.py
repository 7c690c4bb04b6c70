"""The docker backend against a real engine: the local backend's promises, and an engine that fails.

`.ci/docker-engine start` gives an engine on a bare machine. Without one these tests are skipped, aloud;
where JUDGE_REQUIRE_DOCKER is set, as in CI, that is a failure.
"""

from __future__ import annotations

import os
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from judge.errors import SandboxError
from judge.sandbox import Launch, Limits
from judge.verdict import Verdict
from judge.wire.frames import to_message
from tests.batch.conftest import Desk, expected, many

from .attacks import MUST_FAIL, QUICK, ROOMY, SPEC, STILL_WORKS, attack_source, perform

REPO = str(Path(__file__).resolve().parents[2])


@pytest.fixture(scope="session")
def engine() -> str:
    """The image's name on an engine that answers."""
    from judge.sandbox.image import build_image

    try:
        return build_image()
    except SandboxError as error:
        if os.environ.get("JUDGE_REQUIRE_DOCKER"):
            raise
        pytest.skip(f"no Docker engine to test with: {error}")


@pytest.fixture(scope="module")
def docker_sandbox(engine: str) -> Iterator[object]:
    from judge.sandbox.docker import DockerBackend

    with DockerBackend().start() as sandbox:
        yield sandbox


@pytest.fixture
def containers(engine: str) -> object:
    """A function that names the containers of this process's sandboxes."""
    from judge.sandbox.container import LABEL
    from judge.sandbox.engine import connect

    client = connect()
    yield lambda: {
        each.id
        for each in client.containers.list(
            all=True, filters={"label": f"{LABEL}={os.getpid()}"}, ignore_removed=True
        )
    }
    client.close()


# These two count containers, so they come before the sandbox that the others share


def test_no_container_is_left(engine: str, containers: object) -> None:
    """Closing the sandbox removes every container, the warm one and those of open sessions."""
    from judge.sandbox.docker import DockerBackend

    before = containers()
    with DockerBackend().start() as sandbox:
        session = sandbox.open(Launch(QUICK))
        session.send(to_message(("load", b"while True: pass", SPEC)))
        session.receive()
        session.send(to_message(("start",)))
        assert len(containers() - before) >= 1
    deadline = time.monotonic() + 10
    while containers() - before and time.monotonic() < deadline:
        time.sleep(0.05)
    assert containers() <= before


class Line:
    """A wire to the engine that can be cut: what a daemon that dies looks like from here."""

    def __init__(self, target: str, path: str) -> None:
        self._target = target
        self._server = socket.socket(socket.AF_UNIX)
        self._server.bind(path)
        self._server.listen(16)
        self._ends: list[socket.socket] = []
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        while True:
            try:
                near, _ = self._server.accept()
            except OSError:
                return
            far = socket.socket(socket.AF_UNIX)
            far.connect(self._target)
            self._ends += [near, far]
            for one, other in ((near, far), (far, near)):
                threading.Thread(target=self._copy, args=(one, other), daemon=True).start()

    @staticmethod
    def _copy(source: socket.socket, target: socket.socket) -> None:
        try:
            while part := source.recv(65536):
                target.sendall(part)
            target.shutdown(socket.SHUT_WR)
        except OSError:
            pass

    def cut(self) -> None:
        self._server.shutdown(socket.SHUT_RDWR)
        self._server.close()
        for end in self._ends:
            try:
                end.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass
            end.close()


def test_engine_that_dies_in_the_middle(
    engine: str, containers: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A lost engine is the judge's own failure, said at once, and leaves no container once it is back."""
    from judge.sandbox.docker import DockerBackend

    host = os.environ.get("DOCKER_HOST", "unix:///var/run/docker.sock")
    if not host.startswith("unix://"):
        pytest.skip("the engine is not behind a unix socket")
    before = containers()
    line = Line(host.removeprefix("unix://"), f"{tmp_path}/engine.sock")
    monkeypatch.setenv("DOCKER_HOST", f"unix://{tmp_path}/engine.sock")
    sandbox = DockerBackend().start()
    session = sandbox.open(Launch(Limits()))
    session.send(to_message(("load", b"import time\ntime.sleep(60)", SPEC)))
    session.receive()
    session.send(to_message(("start",)))
    line.cut()
    begin = time.monotonic()
    with pytest.raises(SandboxError, match=r"engine\.sock"):
        session.receive()
    assert time.monotonic() - begin < 5
    with pytest.raises(SandboxError):
        sandbox.open(Launch(Limits()))
    session.close()
    sandbox.close()
    monkeypatch.setenv("DOCKER_HOST", host)
    deadline = time.monotonic() + 30
    while containers() - before and time.monotonic() < deadline:
        DockerBackend().start().close()  # whoever comes next sweeps up
        time.sleep(0.1)
    assert containers() <= before


def test_everything_that_must_fail_fails(docker_sandbox: object) -> None:
    """The same attacks as on the local backend, with the same result."""
    outcome = perform(docker_sandbox, attack_source(REPO), ROOMY)
    assert outcome.stdout == f"tried {len(MUST_FAIL)}\n", (outcome.stdout, outcome.message)


def test_what_solutions_need_works(docker_sandbox: object) -> None:
    """The same needs of honest solutions, fulfilled the same way."""
    outcome = perform(docker_sandbox, STILL_WORKS, ROOMY)
    assert outcome.stdout == "works\n", (outcome.reply, outcome.stderr, outcome.message)
    assert outcome.stderr == "all of it\n"


@pytest.mark.parametrize(
    ("source", "verdict", "words"),
    [
        ("while True: pass", Verdict.TLE, "CPU time limit"),
        ("import os; os._exit(0)", Verdict.RTE, "exited (status 0)"),
        ("import ctypes; ctypes.string_at(0)", Verdict.RTE, "SIGSEGV"),
        ("import os; os.close(3)\nwhile True: pass", Verdict.RTE, "closed its connection"),
        ("while True: print('flood' * 1000)", Verdict.OLE, "printed more than 1 MiB"),
        ("import os; os.write(3, b'\\xff' * 9)\nwhile True: pass", Verdict.RTE, "malformed reply"),
    ],
)
def test_endings(docker_sandbox: object, source: str, verdict: Verdict, words: str) -> None:
    """Endings have the same verdicts and words as on the local backend."""
    outcome = perform(docker_sandbox, source)
    assert (outcome.verdict, words in outcome.message) == (verdict, True), outcome
    assert perform(docker_sandbox, "print('well')").stdout == "well\n"


def test_sleeping_ends_at_the_wall_limit(docker_sandbox: object) -> None:
    """The wall limit holds for a container too."""
    outcome = perform(docker_sandbox, "import time; time.sleep(60)", Limits(wall_s=0.5))
    assert outcome.verdict is Verdict.TLE
    assert outcome.seconds < 2.5


def test_memory_limit(docker_sandbox: object) -> None:
    """What the limit allows can be used, and what it forbids is not killed without a word."""
    outcome = perform(docker_sandbox, "b = bytearray(100 << 20)\nprint(len(b))", ROOMY)
    assert outcome.stdout == f"{100 << 20}\n"
    outcome = perform(docker_sandbox, "b = bytearray(400 << 20)", ROOMY)
    assert b"MemoryError" in outcome.reply or outcome.verdict is Verdict.MLE


def test_no_engine_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without an engine the message names the place that was tried and the repair."""
    pytest.importorskip("docker")
    from judge.sandbox.docker import DockerBackend, engine_answers

    monkeypatch.setenv("DOCKER_HOST", f"unix://{tmp_path}/nothing.sock")
    assert not engine_answers()
    with pytest.raises(SandboxError, match=r"nothing\.sock: .*start"):
        DockerBackend().start()


def test_socket_without_permission(tmp_path: Path) -> None:
    """A socket that the user may not open is told from a missing one."""
    from judge.sandbox.engine import explain

    error = PermissionError(13, "Permission denied")
    assert "usermod -aG docker" in explain(error)


class CutOff:
    """Stands for a container whose stream ended before it was told what to run."""

    def __init__(self) -> None:
        self.stream, other = socket.socketpair()
        other.close()

    def remove(self) -> None:
        self.stream.close()


def test_a_launch_that_cannot_be_sent_leaves_no_descriptor() -> None:
    """A box that fails before its pump runs closes both ends of its pipes itself."""
    pytest.importorskip("docker")
    from judge.sandbox.container_box import ContainerBox

    before = len(os.listdir("/proc/self/fd"))
    for _ in range(3):
        with pytest.raises(SandboxError):
            ContainerBox(CutOff(), Launch(Limits()))
    assert len(os.listdir("/proc/self/fd")) <= before


def test_unknown_base_image(engine: str) -> None:
    """A base image that is not there is named, with the option that repairs it."""
    from judge.sandbox.image import build_image

    with pytest.raises(SandboxError, match=r"no-such-base.*--base IMAGE"):
        build_image("no-such-base:at-all")


def test_a_batch_in_containers(engine: str, tmp_path: Path) -> None:
    """Two workers, each with its own warm container; a hang and a fork bomb change no neighbour's verdict."""
    hang = "def twice(x):\n    while True:\n        pass\n"
    bomb = "import os\n\n\ndef twice(x):\n    while True:\n        os.fork()\n"
    desk = Desk(tmp_path)
    sources = [hang, *many(6), bomb]
    answer = desk.run(desk.samples(sources), "--sandbox", "docker", "--jobs", "2")
    assert answer.code == 1, answer.err
    verdicts = desk.verdicts()
    assert verdicts.pop("s0") == "TLE" and verdicts.pop("s7") in ("RTE", "TLE", "MLE")
    assert verdicts == {f"s{at}": verdict for at, verdict in enumerate(expected(6).values(), 1)}
