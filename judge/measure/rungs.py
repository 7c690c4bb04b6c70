"""Stages as messages, and a worker that is asked: the conversation of measuring.

A `Rung` is one size of one workload, in the form that `judge.worker.staging` understands. A `Bench` owns the
worker process: it opens it, pins it, asks, and counts the CPU time that it spent.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any

from judge import collector
from judge.authoring.workload import FUNCTION, CallTuple, Workload, WorkloadError
from judge.generate.oracle import Oracle
from judge.sandbox import Session, SessionEnded
from judge.verdict import Verdict
from judge.wire.calls import CONSTRUCTOR
from judge.wire.errors import WireError
from judge.wire.frames import read_object, to_message
from judge.wire.lines import may_draw
from judge.wire.values import SCALARS, encode_value

OpenSession = Callable[[bytes, int], Session]
"""Opens a worker with this source loaded and started, and this seed for what it draws."""
Turn = AbstractContextManager[object]
"""Shared by the threads that measure one submission: held while a batch is timed, and while one of them
computes for long, since who waits for the interpreter reads the clock late."""

MOST_WALL_FACTOR = 5.0
"""A budget lasts at most this much longer on the wall clock; with less, a busy machine would decide."""
SHORT_CYCLE = 8
"""Calls of a batch that are repeated on one state as often as a clock needs."""
LONGEST_WAIT_CPU_S = 4.0
"""CPU seconds that any single step of measuring may take."""
LONGEST_WAIT_WALL_S = 20.0
MOST_IDLE_S = 30.0
"""Seconds that all steps of one bench may spend without computing; then each may take SHORT_WAIT_WALL_S."""
SHORT_WAIT_WALL_S = 2.0
ASLEEP_SHARE = 0.1
"""A step that met its wall limit with less of it on the CPU than this share slept. What stood in a run queue
meanwhile is not counted: a session's limit is longer by that."""
MOST_RESULT_BYTES = 16 * 1024 * 1024
MOST_COUNTED = 1e18
"""No honest count is larger."""


class Raised(Exception):
    """The submission raised while it was measured."""

    def __init__(self, failure: dict[str, Any]) -> None:
        super().__init__(f"{failure.get('type')}: {failure.get('text')}")
        self.failure = failure


@dataclass(frozen=True, slots=True)
class Rung:
    """One size of one workload, as a message."""

    n: int
    form: dict[str, Any]
    keeps_size: bool
    """The batch may run again on the same state."""
    has_undo: bool
    functional: bool

    @property
    def calls(self) -> int:
        return len(self.form["timed"])

    def cut(self, most_calls: int) -> Rung:
        """Return the rung with at most this many timed calls; without undo, the state is rebuilt."""
        if most_calls >= self.calls:
            return self
        form = {**self.form, "timed": self.form["timed"][:most_calls], "undo": ()}
        return replace(self, form=form, has_undo=False)


def make_rung(oracle: Oracle, workload: Workload, n: int, seed: int) -> Rung:
    """Build the stage of size n and put it in wire form. Raises WorkloadError."""
    stage = workload.stage(n, seed)
    functional = oracle.entry.kind == "function"
    own = workload.operation if workload.operation in (*oracle.names, CONSTRUCTOR) else oracle.names[0]
    timed, build, undone = stage.timed, stage.build, stage.undo
    methods = {call[0] for call in timed}
    if FUNCTION in methods:
        timed = tuple((own if name == FUNCTION else name, *args) for name, *args in timed)
        methods = {own if name == FUNCTION else name for name in methods}
    unknown = {*methods, *(call[0] for call in chain(build, undone)), *(stage.charged or ())}
    unknown -= {*oracle.names, CONSTRUCTOR}
    if unknown:
        name = min(unknown, key=str)
        raise WorkloadError(
            f"{workload.operation}, {workload.shape!r}: calls {name!r}, which the problem does not have"
        )
    construct = stage.construct
    plain = set(map(type, chain(construct, *build, *timed, *undone))) <= SCALARS
    if not plain:
        construct = tuple(map(encode_value, construct))
        timed, build, undone = _encoded(timed), _encoded(build), _encoded(undone)
    charged = ({own} if own in methods else methods) if stage.charged is None else stage.charged
    form = {
        "construct": construct,
        "build": build,
        "timed": timed,
        "undo": undone,
        "forms": not plain,
        "charged": tuple(sorted(charged, key=str)),
        "functional": functional,
        "cycle": not functional and not undone and not stage.rebuild and len(timed) <= SHORT_CYCLE,
    }
    undo = bool(stage.undo)
    keeps = not undo and not stage.rebuild and not functional
    return Rung(n, form, keeps, undo, functional)


def _encoded(calls: tuple[CallTuple, ...]) -> tuple[CallTuple, ...]:
    return tuple((name, *map(encode_value, args)) for name, *args in calls)


class Patience:
    """The clock that budgets run on: CPU seconds of the thread that asks and of its workers.

    On a loaded machine a budget of wall time would end before anything was measured; wall time still
    counts for a part, so that no judging waits for ever.
    """

    def __init__(self) -> None:
        self._benches: list[Bench] = []
        self._stopped = False
        self.restart()

    def restart(self) -> None:
        """Begin again at zero."""
        self._charged_s = -sum(bench.spent_s() for bench in self._benches)
        self._cpu_s, self._wall_s = time.thread_time(), time.perf_counter()

    def include(self, bench: Bench) -> None:
        """Count this bench's workers from now on."""
        self._charged_s -= bench.spent_s()
        self._benches.append(bench)

    def charge(self, seconds: float) -> None:
        """Count what another thread spent."""
        self._charged_s += seconds

    def stop(self) -> None:
        """Let every budget be over. May be called from another thread."""
        self._stopped = True

    def now(self) -> float:
        """Return the seconds that count as spent."""
        if self._stopped:
            return math.inf
        workers = sum(bench.spent_s() for bench in self._benches)
        cpu = time.thread_time() - self._cpu_s + workers + self._charged_s
        return max(cpu, (time.perf_counter() - self._wall_s) / MOST_WALL_FACTOR)


class Bench:
    """One submission's worker for measuring; after `close` the next question opens a fresh one."""

    def __init__(
        self,
        open_session: OpenSession,
        source: bytes,
        core: int | None,
        patience: Patience | None = None,
        turn: Turn | None = None,
    ) -> None:
        self._open, self._source, self._core = open_session, source, core
        self._session: Session | None = None
        self._spent_before = 0.0
        self._idle_s = 0.0
        self.patience = patience or Patience()
        self.patience.include(self)
        self._turn = nullcontext() if turn is None else turn
        self.chance = 0
        """Seed of what the submission draws, from the next worker on."""
        self.empty_s = 0.0
        """CPU seconds of an empty batch: what a message costs."""
        self.empty_wall_s = 0.0

    @property
    def draws(self) -> bool:
        """Whether the source may use `random`."""
        return may_draw(self._source)

    def __enter__(self) -> Bench:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    @property
    def session(self) -> Session:
        if self._session is None:
            self._session = self._open(self._source, self.chance)
            pin = getattr(self._session, "pin", None)
            if pin is not None and self._core is not None:
                pin(self._core)
            self._measure_empty()
        return self._session

    def open(self) -> None:
        """Open a worker if there is none. Raises SessionEnded."""
        _ = self.session

    def rung(self, oracle: Oracle, workload: Workload, n: int, seed: int) -> Rung:
        """Do `make_rung` while no other bench times a batch. Raises WorkloadError."""
        with self._turn, collector.paused():
            return make_rung(oracle, workload, n, seed)

    def interrupt(self) -> None:
        """End the worker from another thread: what is being asked of it ends with SessionEnded."""
        self.patience.stop()
        session = self._session
        if session is not None:
            session.interrupt()

    def close(self) -> None:
        """End the worker; what it spent stays counted."""
        if self._session is not None:
            self._spent_before += self._session.cpu_time_s()
            self._session.close()
            self._session = None

    def now(self) -> float:
        """Return the seconds that were spent of the budget; see Patience."""
        return self.patience.now()

    def spent_s(self) -> float:
        """CPU seconds of all workers of this bench so far."""
        now = self._session.cpu_time_s() if self._session is not None else 0.0
        return self._spent_before + now

    def ask(self, *message: object, cpu_s: float = LONGEST_WAIT_CPU_S) -> dict[str, Any]:
        """Send a message and return the reply. Raises Raised, SessionEnded or WireError."""
        session = self.session
        session.send(to_message(message))
        reply = read_object(self._receive(session, cpu_s), MOST_RESULT_BYTES)
        if "x" in reply:
            raise Raised(reply["x"] if isinstance(reply["x"], dict) else {})
        return reply

    def time_run(self, slot: int, repeat: int) -> tuple[float, float]:
        """Run the batch; return (CPU seconds, wall seconds), each without the empty batch's."""
        session = self.session
        body = to_message(("measure.run", slot, repeat))
        with self._turn:
            cpu, wall = session.cpu_time_s(), time.perf_counter()
            session.send(body)
            answer = self._receive(session, LONGEST_WAIT_CPU_S)
            spent = session.cpu_time_s() - cpu
            waited = time.perf_counter() - wall
        reply = read_object(answer)
        if "x" in reply:
            raise Raised(reply["x"] if isinstance(reply["x"], dict) else {})
        return max(1e-9, spent - self.empty_s), max(1e-9, waited - self.empty_wall_s)

    def _receive(self, session: Session, cpu_s: float) -> bytes:
        """Wait for a reply. Raises SessionEnded, with `slept` where the worker only waited."""
        wall_s = LONGEST_WAIT_WALL_S if self._idle_s < MOST_IDLE_S else SHORT_WAIT_WALL_S
        begin_s, begin_cpu_s = time.perf_counter(), session.cpu_time_s()
        try:
            return session.receive(cpu_s=cpu_s, wall_s=wall_s)
        except SessionEnded as ended:
            busy_s = session.cpu_time_s() - begin_cpu_s
            ended.slept = (  # type: ignore[attr-defined]
                ended.ending.verdict is Verdict.TLE
                and busy_s < ASLEEP_SHARE * (time.perf_counter() - begin_s)
            )
            raise
        finally:
            waited_s = time.perf_counter() - begin_s
            self._idle_s += max(0.0, waited_s - (session.cpu_time_s() - begin_cpu_s))

    def _measure_empty(self) -> None:
        """Take a low quantile of 21 empty batches."""
        nothing = {
            **{"construct": (), "build": (), "timed": (), "undo": (), "charged": ()},
            **{"forms": False, "functional": False, "cycle": False},
        }
        self.ask("measure.build", -1, nothing)
        self.ask("measure.fill", -1, 1)
        self.empty_s = self.empty_wall_s = 0.0
        pairs = [self.time_run(-1, 1) for _ in range(21)]
        self.empty_s = sorted(cpu for cpu, _ in pairs)[5]
        self.empty_wall_s = sorted(wall for _, wall in pairs)[5]


def read_count(value: object) -> float:
    """Return a number that a worker sent. Raises WireError for one that nothing can be counted with."""
    if not isinstance(value, int | float) or not 0 <= value <= MOST_COUNTED:
        raise WireError("not a count")
    return float(value)
