"""Many problems at the gate, one process for each core."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from typing import Any

from judge.errors import JudgeError, ProblemError
from judge.pipeline import Engine
from judge.request import Listener, Progress
from judge.spec.discover import Roots
from judge.verify.gate import Demands, verify_problem
from judge.verify.report import Check, Report

_INTERRUPT = (signal.SIGINT,)

_opened: dict[str, Engine] = {}
"""The engine of a process that verifies for another one."""


def verify_each(
    roots: Roots, slugs: Sequence[str], sandbox: str, demands: Demands, jobs: int, listen: Listener
) -> Iterator[Report]:
    """Put every problem through the gate, `jobs` at a time; reports come as they are known.

    Raises UsageError or SandboxError when no sandbox can be started, JudgeError when a process dies.
    """
    if jobs <= 1 or len(slugs) <= 1:
        with Engine(sandbox) as engine:
            for slug in slugs:
                yield _verify(engine, roots, slug, demands, listen)
        return
    listen(Progress(f"problems, {jobs} at a time", 0, len(slugs)))
    context = multiprocessing.get_context("spawn")
    turn = context.Value("i", 0)
    with ProcessPoolExecutor(min(jobs, len(slugs)), context, _settle, (turn,)) as pool:
        pending = []
        try:
            kept = signal.pthread_sigmask(signal.SIG_BLOCK, _INTERRUPT)  # what starts now has it blocked too
            try:
                pending = [pool.submit(_verify_here, roots, slug, sandbox, demands) for slug in slugs]
            finally:
                signal.pthread_sigmask(signal.SIG_SETMASK, kept)
            for done, future in enumerate(as_completed(pending), 1):
                yield future.result()
                listen(Progress(f"problems, {jobs} at a time", done, len(slugs)))
        except BrokenProcessPool:
            raise JudgeError("a process that verified problems was killed; run the command again") from None
        finally:
            if any(not future.done() for future in pending):
                for child in multiprocessing.active_children():
                    child.terminate()
            # Waits for them: one that was still starting would look for `turn` when it is gone
            pool.shutdown(cancel_futures=True)


def _verify(engine: Engine, roots: Roots, slug: str, demands: Demands, listen: Listener) -> Report:
    try:
        problem = roots.load(slug)
    except ProblemError as error:
        fault = " ".join(str(error).split())
        return Report(slug, (Check("folder", "invalid", (fault,)),), 0.0)
    return verify_problem(engine, problem, demands, listen)


# -- in the processes of the pool -------------------------------------------------------------------


def _settle(turn: Any) -> None:
    """Keep this process and its boxes on a core of their own: what one measures, another does not disturb."""
    signal.signal(signal.SIGINT, lambda *_: None)  # Ctrl-C is for whoever started this, who ends it
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _INTERRUPT)
    if not hasattr(os, "sched_setaffinity"):
        return
    with turn.get_lock():
        mine = turn.value
        turn.value += 1
    cores = sorted(os.sched_getaffinity(0))
    os.sched_setaffinity(0, {cores[mine % len(cores)]})


def _verify_here(roots: Roots, slug: str, sandbox: str, demands: Demands) -> Report:
    if sandbox not in _opened:
        _opened[sandbox] = Engine(sandbox)
    return _verify(_opened[sandbox], roots, slug, demands, lambda _: None)
