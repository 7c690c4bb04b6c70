"""The worker's side of complexity measuring: hold states of size n, run batches of calls on them, count.

Messages, judge to worker; every reply is a JSON object, `{"x": failure}` where the submission raised:

    ("measure.build", slot, stage)        a fresh namespace, a state of size n in this slot; not timed
    ("measure.rebuild", slot)             the same stage once more
    ("measure.fill", slot, copies)        make the batch ready: arguments decoded, `copies` of all of it, each
                                          with arguments of its own or, for a class, on a state of its own
    ("measure.aim", slot, first, count)   the next run takes these calls of the batch only, going round
    ("measure.run", slot, repeat)         run the batch `repeat` times and nothing else: this is timed
    ("measure.undo", slot)                run the calls that bring the state back
    ("measure.results", slot)             what the last pass returned
    ("measure.check", slot)               run the batch once, encoding each result at once
    ("measure.drop", slots)               forget these states
    ("measure.count", stage, most_calls)  build and run once, rewritten to count (judge.worker.counting)
    ("measure.space", stage)              build and run once under tracemalloc

    stage   {"construct": args, "build": calls, "timed": calls, "undo": calls, "forms": bool,
             "charged": names, "functional": bool, "cycle": bool}; a call is (name, *args), CONSTRUCTOR
             makes an object, and a cycle is a short batch that is run many times

Nothing here is trusted by the judge: time is read from outside, and counts that lie low are contradicted
by time.
"""

from __future__ import annotations

import gc
from collections import deque
from collections.abc import Iterator
from itertools import chain, repeat
from operator import methodcaller
from types import FrameType
from typing import Any

from judge.wire.calls import CONSTRUCTOR
from judge.wire.values import decode_value, encode_value
from judge.worker import trace
from judge.worker.hidden import Shown, tracing
from judge.worker.runner import number_nodes
from judge.worker.submission import Submission

MAX_LINES_SENT = 200
"""Lines of the count profile that are sent: the costliest."""


def handle(message: tuple, submission: Submission) -> dict[str, object]:  # type: ignore[type-arg]
    """Answer one measuring message."""
    gc.disable()
    slots: dict[int, _State] = _slots_of(submission)
    name, rest = message[0], message[1:]
    try:
        if name == "measure.run":
            slots[rest[0]].run(rest[1])
        elif name == "measure.aim":
            slots[rest[0]].aim(rest[1], rest[2])
        elif name == "measure.fill":
            slots[rest[0]].fill(rest[1])
        elif name == "measure.undo":
            slots[rest[0]].run_undo()
        elif name == "measure.build":
            submission.fresh()
            slots[rest[0]] = _State(submission, rest[1])
        elif name == "measure.rebuild":
            submission.fresh()
            slots[rest[0]].begin_again()
        elif name == "measure.results":
            return {"r": slots[rest[0]].results()}
        elif name == "measure.check":
            return {"r": slots[rest[0]].run_encoding()}
        elif name == "measure.drop":
            for slot in rest[0]:
                slots.pop(slot, None)
            gc.collect()
        elif name == "measure.count":
            return _count(submission, rest[0], rest[1])
        elif name == "measure.space":
            return _space(submission, rest[0])
        else:
            return {"unknown": str(name)}
    except BaseException as error:
        return {"x": trace.describe(error, submission)}
    return {"ok": True}


_HELD: dict[int, dict[int, _State]] = {}


def _slots_of(submission: Submission) -> dict[int, _State]:
    return _HELD.setdefault(id(submission), {})


class _State:
    """A state of one size, and the batch of calls that is run on it."""

    def __init__(self, submission: Submission, stage: dict[str, Any]) -> None:
        self.submission = submission
        self.void = frozenset(name for name, _, kind in submission.spec["methods"] if kind == "void")
        self.stage = stage
        self.functional = bool(stage["functional"])
        self.batch: list[tuple[list[Any], Any]] = []
        """Calls, and the object that they are made on; for one after the other."""
        self.kept: deque[object] = deque()
        self.arguments: list[list[object]] = []
        self.nodes: list[dict[int, int]] = []
        self.aimed: list[tuple[list[Any], Any]] = []
        self.calls: list[Any] = []
        self.begin_again()

    def begin_again(self) -> None:
        """Make the state anew, by the class as it is now; the batch must be filled again."""
        submission = self.submission
        self.entry, self.tree, self.linked = submission.entry, submission.tree, submission.linked
        self.batch = self.aimed = []
        self.first = 0
        self.target = self._make_target() if self.stage["timed"] else None  # no calls: the empty batch

    def _make_target(self) -> object:
        submission, stage = self.submission, self.stage
        if submission.spec["adapter"] or not submission.spec["class"]:
            target: object = submission.module
        elif self.functional or any(call[0] == CONSTRUCTOR for call in stage["timed"]):
            return None
        else:
            target = self.entry(*self._decoded(stage["construct"]))
        self._make_calls(stage["build"], target)
        return target

    def _make_calls(self, calls: Any, target: object) -> None:
        if self.stage["forms"]:
            for name, *args in calls:
                getattr(target, name)(*self._own(args))
        else:
            for call in calls:
                methodcaller(*call)(target)

    def _decoded(self, args: Any) -> Any:
        return self._own(args) if self.stage["forms"] else args

    def _own(self, args: Any) -> list[object]:
        """Return a copy of the arguments that shares nothing with the message."""
        return [decode_value(form, self.tree, self.linked) for form in args]

    def fill(self, copies: int) -> None:
        """Make the batch, so many times after each other, each on a state of its own."""
        self.batch, self.kept = [], deque()
        self.arguments, self.nodes = [], []
        for copy in range(copies):
            if self.functional or self.target is None:
                self.batch += [self._single(name, self._own(args)) for name, *args in self.stage["timed"]]
            else:
                self.batch.append((self._listed(), self._make_target() if copy else self.target))
        self.aimed, self.first = self.batch, 0

    def _listed(self) -> list[Any]:
        """Return the calls of the batch; those whose arguments nobody can change are made once."""
        timed = self.stage["timed"]
        if self.stage["forms"]:
            return [methodcaller(name, *self._own(args)) for name, *args in timed]
        if not self.calls:
            self.calls = [methodcaller(*call) for call in timed]
        return self.calls

    def _single(self, name: str, args: list[object]) -> tuple[list[Any], Any]:
        """Return one call on an object of its own."""
        entry = self.entry
        if name == CONSTRUCTOR:
            return [lambda _none: entry(*args)], None
        if self.functional:
            self.arguments.append(args)
            if self.submission.returns_nodes:
                self.nodes.append(number_nodes(args))
        return [methodcaller(name, *args)], self.target if self.target is not None else entry()

    def aim(self, first: int, count: int) -> None:
        """Take `count` calls of the first copy from `first` on, going round."""
        whole, target = self.batch[0]
        first %= len(whole)
        self.first = first
        taken = whole[first : first + count]
        while len(taken) < count:
            taken += whole[: count - len(taken)]
        self.aimed = [(taken, target)]

    def run(self, repeat: int) -> None:
        batch = self.aimed
        kept: deque[object] = deque(maxlen=sum(len(calls) for calls, _ in batch) or 1)
        self.kept = kept
        keep = kept.append
        for _ in range(repeat):
            for calls, target in batch:
                for call in calls:
                    keep(call(target))

    def run_undo(self) -> None:
        self._make_calls(self.stage["undo"], self.target)

    def results(self) -> list[object]:
        return [self._encoded(at, value) for at, value in enumerate(self.kept)]

    def run_encoding(self) -> list[object]:
        """Run once; a result that the submission changes later is sent as it was returned."""
        return [self._encoded(at, call(target)) for at, (call, target) in enumerate(_each(self.aimed))]

    def _encoded(self, at: int, value: object) -> object:
        """Return a result's form; what a function did to its arguments is its result where it is void."""
        calls = self.stage["timed"]
        at += self.first
        name = calls[at % len(calls)][0]
        if name == CONSTRUCTOR:
            return None
        if name in self.void:
            return [encode_value(item) for item in self.arguments[at]] if self.functional else None
        if self.functional and self.submission.returns_nodes:
            return encode_value(value, self.nodes[at])
        return encode_value(value)


def _each(batch: list[tuple[list[Any], Any]]) -> Iterator[tuple[Any, Any]]:
    """Yield every call of a batch with its object."""
    return chain.from_iterable(zip(calls, repeat(target)) for calls, target in batch)


# -- counting ---------------------------------------------------------------------------------------


def _count(submission: Submission, stage: dict[str, Any], most_calls: int) -> dict[str, object]:
    """Build and run the stage with the rewritten submission; return counts of the timed calls.

    {"calls": charged calls, "cost": their events, "all": events of all calls that
    "ran", "worst": the costliest single call (0: not looked at), "lines": [[line, turns, touches, events]],
    "fronts": n, "built": events of the build}; {"plain": reason} where the source cannot be rewritten.
    """
    held = _COUNTINGS.get(id(submission))
    if held is None:
        with Shown():  # nothing of the submission runs here
            from judge.worker.counting import CannotRewrite, Counting

            try:
                held = Counting(submission.source, trace.FILE_NAME)
            except CannotRewrite as why:
                held = str(why)
        _COUNTINGS[id(submission)] = held
    if isinstance(held, str):
        return {"plain": held}
    tally = held.tally
    kept_code, kept_offered = submission.code, submission._offered
    submission.code, submission._offered = held.code, {**kept_offered, **held.names}
    try:
        tally.clear()
        submission.fresh()
        state = _State(submission, stage)
        state.fill(1)
        built = tally.total()
        tally.clear()
        tally.fronts = 0
        return {"built": built, **_run_counted(state, tally, stage, most_calls)}
    finally:
        submission.code, submission._offered = kept_code, kept_offered


_COUNTINGS: dict[int, Any] = {}


def _run_counted(state: _State, tally: Any, stage: dict[str, Any], most_calls: int) -> dict[str, object]:
    charged = set(stage["charged"])
    methods = [call[0] for call in stage["timed"]]
    every = all(method in charged for method in methods)
    batch = list(_each(state.batch))
    first_pass = 0
    if stage["cycle"]:
        # a short batch is repeated: what its first pass makes up for once is the mean's no more
        for at, (call, target) in enumerate(batch):
            before = tally.total()
            call(target)
            if methods[at] in charged:
                first_pass = max(first_pass, tally.total() - before)
        tally.clear()
    calls = whole = worst = ran = cost = 0
    # run whole: where one call in many pays for the others, a part would have another mean
    if every and len(methods) > most_calls:
        for call, target in batch:
            call(target)
        ran = calls = len(methods)
        cost = whole = tally.total()
    else:
        for method, (call, target) in zip(methods, batch, strict=True):
            ran += 1
            if method in charged:
                call(target)
                events = tally.total() - cost
                cost += events
                calls += 1
                worst = max(worst, events)
            else:
                kept = tally.copy()
                call(target)
                events = tally.total() - cost
                tally.restore(kept)
            whole += events
    lines = tally.lines()
    costliest = sorted(lines.items(), key=lambda item: -(item[1][0] + item[1][1]))
    return {
        "calls": calls,
        "cost": cost,
        "all": whole,
        "ran": ran,
        "worst": max(worst, first_pass),
        "fronts": tally.fronts,
        "lines": [[number, *counts] for number, counts in costliest[:MAX_LINES_SENT]],
    }


# -- space ------------------------------------------------------------------------------------------


def _space(submission: Submission, stage: dict[str, Any]) -> dict[str, object]:
    """Build and run once; return bytes: {"state": held after the build, "peak": on top of it while running}.

    For a function, the arguments are made before tracing starts: only extra memory is seen. Frames of Python
    functions are no traced allocations, so what a recursion stacks up is added from a count of its own.
    """
    import sys

    submission.fresh()
    tracing.start(1)
    try:
        before = tracing.traced_memory()[0]
        state = _State(submission, stage)
        gc.collect()
        held = tracing.traced_memory()[0] - before
        state.fill(1)
        frames = _Frames()
        start = tracing.traced_memory()[0]
        tracing.reset_peak()
        sys.setprofile(frames.see)
        state.run(1)
        peak = tracing.traced_memory()[1] - start
    finally:
        sys.setprofile(None)
        tracing.stop()
    return {"state": max(0, held), "peak": max(0, peak) + frames.peak_bytes}


FRAME_BYTES = 88
"""What every frame of Python holds beside its variables and its stack: `_PyInterpreterFrame` of 3.11."""


class _Frames:
    """Memory of the frames that stand at a time, from their code's sizes, as a profile function."""

    def __init__(self) -> None:
        self.now_bytes = 0
        self.peak_bytes = 0

    def see(self, frame: FrameType, event: str, _: object) -> None:
        if event == "call" or event == "return":
            code = frame.f_code
            places = code.co_nlocals + len(code.co_cellvars) + len(code.co_freevars) + code.co_stacksize
            size = FRAME_BYTES + 8 * places
            self.now_bytes += size if event == "call" else -size
            self.peak_bytes = max(self.peak_bytes, self.now_bytes)
