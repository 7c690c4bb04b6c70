"""A worker that waits for a core is not one that hangs."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator

import pytest

from judge.sandbox import Launch, Limits, SessionEnded
from judge.sandbox.local import LocalSandbox
from judge.verdict import Verdict
from judge.wire.frames import to_message

SPEC = {
    "class": "", "functional": False, "init": 0, "methods": [], "forbid": [], "packages": [], "adapter": "",
    "recursion": 1000,
}  # fmt: skip
WORK = b"import time\nwhile time.process_time() < 0.35:\n    pass\n"
SLEEP = b"import time\ntime.sleep(30)\n"


@pytest.fixture
def crowd() -> Iterator[None]:
    """Four busy processes on the first core, each wanting all of it."""
    spin = "import os\nos.sched_setaffinity(0, {0})\nwhile True: pass"
    started = [subprocess.Popen([sys.executable, "-c", spin]) for _ in range(4)]
    yield
    for process in started:
        process.kill()
        process.wait()


def start(sandbox: LocalSandbox, source: bytes, wall_s: float) -> bytes:
    """Run a module in a box that is held on the first core; return the reply."""
    session = sandbox.open(Launch(Limits()))
    try:
        session.pin(0)
        session.send(to_message(("load", source, SPEC)))
        session.receive(wall_s=20)
        session.send(to_message(("start",)))
        return session.receive(wall_s=wall_s)
    finally:
        session.close()


@pytest.mark.skipif(not os.path.exists("/proc/self/schedstat"), reason="this kernel does not count waiting")
def test_waiting_for_a_core_is_forgiven(full_sandbox: LocalSandbox, crowd: None) -> None:
    """Work that needs a third of a second gets its answer through however crowded the core is."""
    assert b"ok" in start(full_sandbox, WORK, wall_s=0.7)


def test_sleeping_is_not_forgiven(full_sandbox: LocalSandbox, crowd: None) -> None:
    """A process that waits for nothing is ended at its wall limit."""
    with pytest.raises(SessionEnded) as ended:
        start(full_sandbox, SLEEP, wall_s=0.7)
    assert ended.value.ending.verdict is Verdict.TLE
    assert "wall" in ended.value.ending.message
