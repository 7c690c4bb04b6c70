"""The session's own promises: framing, clocks, limits of one wait, and the end of everything."""

from __future__ import annotations

import contextlib
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from judge.errors import SandboxError
from judge.sandbox import Launch, Limits, SessionEnded
from judge.sandbox.local import LocalBackend, LocalSandbox
from judge.sandbox.none import NoneBackend
from judge.sandbox.zygote import Zygote
from judge.verdict import Verdict
from judge.wire.frames import to_message
from tests.processes import is_alive

from .attacks import QUICK, SPEC, perform

REPO = Path(__file__).resolve().parents[2]


def load(source: str) -> bytes:
    return to_message(("load", source.encode(), SPEC))


START = to_message(("start",))


def test_two_frames_in_flight(full_sandbox: LocalSandbox) -> None:
    """Frames sent ahead are answered in order, also when both directions are fuller than a socket."""
    session = full_sandbox.open(Launch(Limits()))
    big = "x = 1  # " + "y" * 3_000_000
    for _ in range(3):
        session.send(load(big))
        session.send(START)
    for _ in range(6):
        assert session.receive() == b'{"ok":true}'
    session.close()


def test_cpu_time_is_that_of_the_box(full_sandbox: LocalSandbox) -> None:
    """CPU seconds are read from outside, include threads, and stand still while it waits."""
    session = full_sandbox.open(Launch(Limits()))
    session.send(load("import time\nt = time.process_time()\nwhile time.process_time() < t + 0.3: pass"))
    session.receive()
    session.send(START)
    session.receive()
    first = session.cpu_time_s()
    assert 0.3 <= first < 0.6
    time.sleep(0.05)
    assert session.cpu_time_s() == pytest.approx(first, abs=0.001)
    begin = time.thread_time()
    for _ in range(1000):
        session.cpu_time_s()
    assert time.thread_time() - begin < 0.1
    session.close()


def test_limits_of_one_wait(full_sandbox: LocalSandbox) -> None:
    """receive(cpu_s=...) and receive(wall_s=...) bound that wait, below the session's limits."""
    for source, bounds, words in (
        ("while True: pass", {"cpu_s": 0.2}, "CPU time limit of this run"),
        ("import time; time.sleep(9)", {"wall_s": 0.2}, r"wall time limit of this run \(0\.2 s"),
    ):
        session = full_sandbox.open(Launch(Limits()))
        session.send(load(source))
        session.receive()
        session.send(START)
        begin = time.monotonic()
        with pytest.raises(SessionEnded, match=words) as caught:
            session.receive(**bounds)
        assert caught.value.ending.verdict is Verdict.TLE
        assert time.monotonic() - begin < 3.0
        with pytest.raises(SessionEnded, match=words):
            session.send(b"")
        session.close()


@pytest.mark.parametrize("relents", [False, True])
def test_limits_of_one_wait_hold_while_it_is_being_sent(full_sandbox: LocalSandbox, relents: bool) -> None:
    """A frame that no socket holds, for a worker that computes: send has the bounds that receive would have."""
    session = full_sandbox.open(Launch(Limits(cpu_s=60.0, wall_s=120.0)))
    session.send(load("while True: pass"))
    session.receive()
    session.send(START)
    asked: list[int] = []

    def relent() -> tuple[float, float]:
        asked.append(1)
        return 0.4, 60.0

    with pytest.raises(SessionEnded, match="CPU time limit of this run") as caught:
        session.send(b"x" * 3_000_000, cpu_s=0.2, wall_s=60.0, relent=relent if relents else None)
    assert caught.value.ending.verdict is Verdict.TLE
    assert len(asked) == relents
    assert (0.4 if relents else 0.2) <= session.cpu_time_s() < 3.0
    session.close()


def test_pin_holds(full_sandbox: LocalSandbox) -> None:
    """The judge can keep a worker on one core, and the worker cannot leave it."""
    session = full_sandbox.open(Launch(Limits()))
    core = max(os.sched_getaffinity(0))
    assert session.pin(core)
    session.send(load("import os\nprint(os.sched_getaffinity(0))\nos.sched_setaffinity(0, {0})"))
    session.receive()
    session.send(START)
    assert b"PermissionError" in session.receive()
    assert session.output().stdout == f"{{{core}}}\n"
    session.close()


def test_close_ends_a_busy_worker(full_sandbox: LocalSandbox) -> None:
    """close() in the middle of work leaves nothing running, and may be called again."""
    session = full_sandbox.open(Launch(Limits()))
    session.send(load("while True: pass"))
    session.receive()
    session.send(START)
    pid = session.pid
    assert is_alive(pid)
    session.close()
    assert not os.path.exists(f"/proc/{pid}")
    session.close()
    with pytest.raises(SessionEnded):
        session.receive()


def test_a_session_may_be_closed_by_several_threads_while_one_waits(full_sandbox: LocalSandbox) -> None:
    """Ctrl-C in `judge watch`: the engine is closed while its thread judges. Nobody closes a descriptor twice."""
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(4) as pool:
        for _ in range(40):
            session = full_sandbox.open(Launch(Limits()))
            session.send(load("while True: print('x' * 100)"))
            session.receive()
            session.send(START)
            waiting = pool.submit(session.receive)
            closing = [pool.submit(session.close) for _ in range(3)]
            for each in closing:
                each.result()
            assert isinstance(waiting.exception(), SessionEnded)


PRINTS_FOR_EVER = """
import os, threading, time
def flood():
    time.sleep(0.2)
    while True:
        os.write(1, bytes(4096))
threading.Thread(target=flood, daemon=True).start()
"""


@pytest.mark.parametrize(("output_bytes", "verdict"), [(1 << 40, None), (1 << 16, Verdict.OLE)])
def test_a_thread_that_prints_for_ever_is_not_waited_for(
    full_sandbox: LocalSandbox, output_bytes: int, verdict: Verdict | None
) -> None:
    """Asking for the output returns at once and raises nothing; a limit that it meets is the ending."""
    session = full_sandbox.open(Launch(Limits(output_bytes=output_bytes)))
    session.send(load(PRINTS_FOR_EVER))
    session.send(START)
    session.receive()
    session.receive()
    begin_s = time.monotonic()
    while session.ending is None and time.monotonic() < begin_s + 1:
        session.output()
        time.sleep(0.01)
    assert session.output().stdout.startswith("\0")
    assert time.monotonic() < begin_s + 3
    assert (session.ending.verdict if session.ending else None) is verdict
    if verdict is not None:
        with pytest.raises(SessionEnded):
            session.receive()
    session.close()


@pytest.mark.parametrize("without", [frozenset[str](), frozenset({"namespaces"})])
def test_nothing_survives_the_judge(without: frozenset[str]) -> None:
    """When the judge itself is killed, zygote, workers and work folders go with it."""
    program = (
        "import sys, time; sys.path[:0] = sys.argv[1:3]\n"
        "from attacks import SPEC\n"
        "from judge.sandbox import Launch, Limits\n"
        "from judge.sandbox.local import LocalBackend\n"
        "from judge.wire.frames import to_message\n"
        "box = LocalBackend(without=frozenset(sys.argv[3:])).start()\n"
        "s = box.open(Launch(Limits()))\n"
        "s.send(to_message(('load', b'open(\"f\", \"w\")\\nwhile True: pass', SPEC))); s.receive()\n"
        "s.send(to_message(('start',)))\n"
        "print(box._zygote.pid, s.pid, flush=True); time.sleep(60)\n"
    )
    judge = subprocess.Popen(
        [sys.executable, "-c", program, str(REPO), str(Path(__file__).parent), *without],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert judge.stdout is not None
    pids = [int(word) for word in judge.stdout.readline().split()]
    assert all(is_alive(pid) for pid in pids)
    judge.send_signal(signal.SIGKILL)
    judge.wait()
    deadline = time.monotonic() + 5
    folders = list(Path("/tmp").glob(f"judge-{judge.pid}-*"))
    while time.monotonic() < deadline and (any(map(is_alive, pids)) or any(f.exists() for f in folders)):
        time.sleep(0.01)
    assert not any(map(is_alive, pids))
    assert not any(folder.exists() for folder in folders)


def is_well(sandbox: LocalSandbox) -> bool:
    """Whether a box opens and runs a submission."""
    return perform(sandbox, "print('well')").stdout == "well\n"


def kill_zygote(sandbox: LocalSandbox) -> int:
    """End the zygote as the kernel would, wait until nobody is at the other end, return its pid."""
    zygote = sandbox._zygote
    poll = select.poll()
    poll.register(zygote._control.fileno(), 0)
    os.kill(zygote.pid, signal.SIGKILL)
    assert poll.poll(5_000)
    return zygote.pid


@pytest.mark.parametrize("without", [frozenset[str](), frozenset({"namespaces"})])
def test_a_dead_zygote_is_the_judges_fault_and_is_replaced(without: frozenset[str]) -> None:
    """Its boxes end as SandboxError, no verdict for the contestant; the next box has a fresh zygote."""
    with LocalBackend(without=without).start() as sandbox:
        session = sandbox.open(Launch(Limits()))
        session.send(load("open('left', 'w').close()"))
        session.send(START)
        session.receive()
        session.receive()
        folder = sandbox._folder
        assert os.path.exists(f"{folder}/1/left") is bool(without)
        dead = kill_zygote(sandbox)
        deadline = time.monotonic() + 5
        while is_alive(session.pid) and time.monotonic() < deadline:  # the kernel ends it a moment later
            time.sleep(0.001)
        with pytest.raises(SandboxError):
            session.send(load("while True: pass"))
            session.receive(wall_s=3)
        session.close()
        assert is_well(sandbox) and is_well(sandbox)
        assert not os.path.exists(folder)
        assert sandbox._zygote.pid != dead
        assert not is_alive(dead) and not Path(f"/proc/{dead}").exists()
    with pytest.raises(SandboxError, match="closed"):
        sandbox.open(Launch(Limits()))


def test_a_zygote_that_does_not_answer_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    """A stopped one costs one time-out; it is ended, and so are the boxes that it had."""
    monkeypatch.setattr("judge.sandbox.zygote.ANSWER_TIMEOUT_S", 0.3)
    monkeypatch.setattr("judge.sandbox.zygote.GRACE_S", 0.3)
    with LocalBackend(without=frozenset({"namespaces"})).start() as sandbox:
        until = time.monotonic() + 10
        while True:  # a busy machine may not start one in so short a time
            try:
                session = sandbox.open(Launch(Limits()))
                break
            except SandboxError:
                assert time.monotonic() < until
        stopped = sandbox._zygote.pid
        os.kill(stopped, signal.SIGSTOP)
        monkeypatch.setattr("judge.sandbox.local.LocalSandbox._spawn", patient(sandbox._spawn, monkeypatch))
        assert is_well(sandbox)
        assert not is_alive(stopped) and not is_alive(session.pid)
        session.close()


def patient(spawn: Callable[[bool], Zygote], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Zygote]:
    """Give the zygote that is spawned next the time that it needs on a busy machine."""

    def spawn_patiently(_: LocalSandbox, namespaces: bool) -> Zygote:
        monkeypatch.setattr("judge.sandbox.zygote.ANSWER_TIMEOUT_S", 20.0)
        return spawn(namespaces)

    return spawn_patiently


def own_children() -> set[int]:
    """This process's children, whichever of its threads started them."""
    return {
        int(pid) for path in Path("/proc/self/task").glob("*/children") for pid in path.read_text().split()
    }


def test_threads_that_meet_a_dead_zygote_share_one_fresh_one() -> None:
    """All get their boxes, and one zygote is left."""
    with LocalBackend().start() as sandbox, ThreadPoolExecutor(4) as pool:
        assert is_well(sandbox)
        for _ in range(3):
            before = own_children()
            dead = kill_zygote(sandbox)
            assert all(pool.map(lambda _: is_well(sandbox), range(8)))
            assert own_children() == before - {dead} | {sandbox._zygote.pid}


def test_a_fresh_zygote_with_fewer_walls_is_not_taken() -> None:
    """Who was told that hostile code is held gets no box in which it is not."""
    with LocalBackend().start() as sandbox:
        if not sandbox.isolated():
            pytest.skip(f"this machine lacks walls: {sandbox.missing()}")
        sandbox._without = frozenset({"namespaces", "landlock"})
        kill_zygote(sandbox)
        for _ in range(2):
            with pytest.raises(SandboxError, match="not held any more"):
                sandbox.open(Launch(Limits()))


def children_of(pid: int) -> list[int]:
    return [int(word) for word in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


@pytest.mark.parametrize("without", [frozenset[str](), frozenset({"namespaces"})])
def test_spares_that_were_killed_are_replaced(without: frozenset[str]) -> None:
    """A box opens although something ended the children that were kept ready."""
    with LocalBackend(without=without).start() as sandbox:
        sandbox.open(Launch(Limits())).close()
        zygote = sandbox._zygote.pid
        if not without:  # the zygote is the first process of a pid namespace, which its own parent made
            (zygote,) = children_of(zygote)
        for _ in range(3):
            until = time.monotonic() + 10
            while len(spares := children_of(zygote)) < 2 and time.monotonic() < until:
                time.sleep(0.01)
            assert len(spares) == 2
            for spare in spares:
                os.kill(spare, signal.SIGKILL)
            while any(is_alive(spare) for spare in spares):
                time.sleep(0.01)
            session = sandbox.open(Launch(Limits()))
            session.send(load("x = 1"))
            session.send(START)
            assert session.receive() == b'{"ok":true}'
            session.close()
        assert all(child not in spares for child in children_of(zygote))


def test_package_of_the_problem_and_no_other(sandbox: LocalSandbox) -> None:
    """A named third-party package can be imported inside; its neighbours cannot."""
    pytest.importorskip("click")
    outcome = perform(sandbox, "import click; print(click.__name__)", packages=("click",))
    assert outcome.stdout == "click\n", outcome
    outcome = perform(sandbox, "import pydantic", packages=("click",))
    assert b"ModuleNotFoundError" in outcome.reply


def test_package_that_is_not_installed(full_sandbox: LocalSandbox) -> None:
    """A package that is missing here is the judge's error, and names the repair."""
    with pytest.raises(SandboxError, match="pip install no_such_package"):
        full_sandbox.open(Launch(Limits(), ("no_such_package",)))


def test_none_backend_has_the_same_limits() -> None:
    """Without walls the protocol, the watchdog and the rlimits still hold."""
    with NoneBackend().start() as sandbox:
        assert not sandbox.isolated()
        assert perform(sandbox, "print('well')").stdout == "well\n"
        assert perform(sandbox, "while True: pass").verdict is Verdict.TLE
        assert perform(sandbox, "import os; os._exit(0)").verdict is Verdict.RTE
        assert b"MemoryError" in perform(sandbox, "bytearray(999 << 20)", QUICK).reply
        assert perform(sandbox, "while True: print('x' * 999)").verdict is Verdict.OLE


def test_many_sessions_at_once(full_sandbox: LocalSandbox) -> None:
    """Sessions of one sandbox may be opened from several threads and know nothing of each other."""
    from concurrent.futures import ThreadPoolExecutor

    def one(number: int) -> str:
        return perform(full_sandbox, f"open('f', 'x').write('1')\nprint({number})").stdout

    with ThreadPoolExecutor(6) as pool:
        assert list(pool.map(one, range(24))) == [f"{number}\n" for number in range(24)]


def test_the_zygote_starts_without_what_few_boxes_need() -> None:
    """json alone brings regular expressions and enums: 8 of the 25 ms that a cold start may take."""
    code = (
        "import sys; before = set(sys.modules); from judge.worker import box_zygote;"
        "print(*sorted(set(sys.modules) - before))"
    )
    words = [sys.executable, "-I", "-S", "-c", f"import sys; sys.path.insert(0, {str(REPO)!r}); {code}"]
    loaded = subprocess.run(words, capture_output=True, text=True, check=True).stdout.split()
    assert "judge.worker.runner" in loaded
    assert not {"json", "re", "enum", "collections", "functools", "typing"} & set(loaded)


FILLS = """
while True:
    kept = []
    try:
        while True:
            kept.append(bytearray(100_000))
    except MemoryError:
        pass
"""


def test_memory_that_is_filled_until_the_time_is_over_is_mle() -> None:
    """Without control groups the peak alone says that the memory's limit was met first."""
    limits = Limits(cpu_s=1.5, memory_bytes=64 << 20)
    with (
        LocalBackend(without=frozenset({"cgroup"})).start() as sandbox,
        contextlib.closing(sandbox.open(Launch(limits))) as session,
    ):
        session.send(load(FILLS))
        session.send(START)
        session.receive()
        with pytest.raises(SessionEnded) as ended:
            session.receive()
    assert ended.value.ending.verdict is Verdict.MLE
