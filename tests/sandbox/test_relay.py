"""What comes out of a container is not believed; no engine is needed to try it."""

from __future__ import annotations

import socket

import pytest

from judge.sandbox import Launch, Limits, SessionEnded
from judge.sandbox.container import HEADER, Container
from judge.sandbox.container_box import ContainerBox
from judge.sandbox.session import WorkerSession
from judge.verdict import Verdict
from judge.wire.frames import frame

pytest.importorskip("docker")


class Liar(Container):
    """Stands for a running container; the test speaks for its relay, through the engine's own frames."""

    def __init__(self) -> None:
        self.inbox, self._raw = bytearray(), bytearray()
        self.stream, self.far = socket.socketpair()
        self.container = self  # type: ignore[assignment]
        self.id = "liar"
        self.attrs = {"State": {"OOMKilled": False, "ExitCode": 137}}

    def say(self, tag: bytes, body: bytes, size: int | None = None) -> None:
        """Send a chunk that claims to have `size` bytes."""
        chunk = tag + (len(body) if size is None else size).to_bytes(4, "big") + body
        self.far.sendall(HEADER.pack(1, len(chunk)) + chunk)

    def reload(self) -> None: ...
    def pid(self) -> int:
        return 0

    def stats(self, **_: object) -> dict[str, object]:
        return {"cpu_stats": {"cpu_usage": {"total_usage": 10**9}}}

    def kill(self) -> None:
        self.far.close()

    def remove(self, **_: object) -> None:
        self.far.close()
        assert self.stream is not None
        self.stream.close()


def spoken(status: str = "9", cpu_s: str = "0.5", peak_bytes: str = "4096") -> bytes:
    return f'{{"status": {status}, "cpu_s": {cpu_s}, "peak_bytes": {peak_bytes}}}'.encode()


LIES = {
    "four gigabytes": (b"O", b"x" * 100, 0xFFFF_FFFF),
    "a chunk that none is as large as": (b"P", b"x", (1 << 16) + 1),
    "an unknown letter": (b"Z", b"", None),
    "warm once more": (b"R", b"", None),
    "no JSON": (b"X", b"{", None),
    "no object": (b"X", b"[]", None),
    "nothing in it": (b"X", b"{}", None),
    "deep": (b"X", b"[" * 60_000, None),
    "endless CPU time": (b"X", spoken(cpu_s="Infinity"), None),
    "NaN": (b"X", spoken(cpu_s="NaN"), None),
    "negative CPU time": (b"X", spoken(cpu_s="-1"), None),
    "a huge number": (b"X", spoken(cpu_s="1" + "0" * 400), None),
    "a text": (b"X", spoken(status='"9"'), None),
    "a truth": (b"X", spoken(status="true"), None),
    "a huge status": (b"X", spoken(status="1" + "0" * 30), None),
    "a negative status": (b"X", spoken(status="-1"), None),
    "stopped, not dead": (b"X", spoken(status="4991"), None),
    "a part of a byte": (b"X", spoken(peak_bytes="0.5"), None),
    "memory that no machine has": (b"X", spoken(peak_bytes=str(1 << 60)), None),
}


@pytest.mark.parametrize("lie", LIES)
def test_a_relay_that_lies_is_ended_and_not_believed(lie: str) -> None:
    """Nothing that it sends costs memory, or becomes the judge's fault or a figure: the engine has the word."""
    container = Liar()
    container.say(b"P", frame(b"ready seccomp"))
    session = WorkerSession(ContainerBox(container, Launch(Limits())), Limits())
    container.say(*LIES[lie])
    with pytest.raises(SessionEnded) as ended:
        session.receive(wall_s=20)
    assert ended.value.ending.verdict is Verdict.RTE
    assert "exited (status 137)" in ended.value.ending.message
    assert session.usage().cpu_s == 0.0 and session.output().stdout == ""
    session.close()


def test_a_relay_that_tells_the_truth_is_believed() -> None:
    """Its word of the end is taken where it can be true."""
    container = Liar()
    container.say(b"P", frame(b"ready seccomp"))
    session = WorkerSession(ContainerBox(container, Launch(Limits())), Limits())
    container.say(b"O", b"well" * (1 << 14))
    container.say(b"X", spoken(status="11", cpu_s="1.5"))
    with pytest.raises(SessionEnded) as ended:
        session.receive(wall_s=20)
    assert "SIGSEGV" in ended.value.ending.message
    assert session.usage().cpu_s == 0.5 and len(session.output().stdout) == 1 << 16
    session.close()
