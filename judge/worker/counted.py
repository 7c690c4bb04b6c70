"""One stage, built and run once to be counted: its events, or its memory."""

from __future__ import annotations

import gc
import sys
from types import FrameType
from typing import Any

from judge.worker import trace
from judge.worker.hidden import Shown, tracing
from judge.worker.state import State, each_call
from judge.worker.submission import Submission

MAX_LINES_SENT = 200
"""Lines of the count profile that are sent: the costliest."""


def count(submission: Submission, stage: dict[str, Any], most_calls: int) -> dict[str, object]:
    """Build and run the stage with the rewritten submission; return counts of the timed calls.

    {"calls": charged calls, "cost": their events, "all": events of all calls that
    "ran", "worst": the costliest single call (0: not looked at), "lines": [[line, turns, touches, events]],
    "fronts": n, "built": events of the build}; {"plain": reason} where the source cannot be rewritten.
    """
    held: Any = submission.counting
    if held is None:
        with Shown():  # nothing of the submission runs here
            from judge.worker.counting import CannotRewrite, Counting

            try:
                held = Counting(submission.source, trace.FILE_NAME)
            except CannotRewrite as why:
                held = str(why)
        submission.counting = held
    if isinstance(held, str):
        return {"plain": held}
    tally = held.tally
    kept_code, kept_offered = submission.code, submission._offered
    submission.code, submission._offered = held.code, {**kept_offered, **held.names}
    try:
        tally.clear()
        submission.fresh()
        state = State(submission, stage)
        state.fill(1)
        built = tally.total()
        tally.clear()
        tally.fronts = 0
        return {"built": built, **_run_counted(state, tally, stage, most_calls)}
    finally:
        submission.code, submission._offered = kept_code, kept_offered


def _run_counted(state: State, tally: Any, stage: dict[str, Any], most_calls: int) -> dict[str, object]:
    charged = set(stage["charged"])
    methods = [call[0] for call in stage["timed"]]
    every = all(method in charged for method in methods)
    batch = list(each_call(state.batch))
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


def measure_space(submission: Submission, stage: dict[str, Any]) -> dict[str, object]:
    """Build and run once; return bytes: {"state": held after the build, "peak": on top of it while running}.

    For a function, the arguments are made before tracing starts: only extra memory is seen. Frames of Python
    functions are no traced allocations, so what a recursion stacks up is added from a count of its own.
    """
    submission.fresh()
    tracing.start(1)
    try:
        before = tracing.traced_memory()[0]
        state = State(submission, stage)
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
