"""One judging of one save, in a thread of its own: the tests first, complexity after."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from judge.cli.target import Target
from judge.errors import JudgeError
from judge.judgement import Judgement
from judge.verdict import Verdict

if TYPE_CHECKING:
    from judge.pipeline import Engine
    from judge.request import Options, Progress, Submission
    from judge.spec.discover import Roots


class Run:
    """One judging of one save."""

    def __init__(self, target: Target) -> None:
        self.target = target
        self.cancelled = threading.Event()
        self.progress: Progress | None = None


@dataclass(frozen=True, slots=True)
class Finished:
    """What a judging's thread hands to the loop."""

    run: Run
    judgement: Judgement | None
    submission: Submission | None
    problem: str
    """What went wrong instead, in one line."""
    last: bool
    """Whether the run ends with this."""


def judge_save(
    run: Run,
    roots: Roots,
    engine: Engine,
    options: Options,
    deliver: Callable[[Finished], None],
    wake: Callable[[], None],
) -> None:
    """Judge until done or cancelled. Never raises: what goes wrong is delivered as one line.

    `wake` is called whenever there is something new to show: progress in `run`, or a delivery.
    """
    from judge.request import Cancelled, Submission

    def listen(progress: Progress) -> None:
        if run.cancelled.is_set():
            raise Cancelled
        run.progress = progress
        wake()

    def hand_over(judgement: Judgement | None, problem: str = "", last: bool = True) -> None:
        deliver(Finished(run, judgement, submission, problem, last))
        wake()

    submission: Submission | None = None
    try:
        problem = roots.load(run.target.slug)
        submission = Submission.read(run.target.path)
        judgement = engine.judge(problem, submission, options._replace(complexity=False), listen)
        both = options.complexity and judgement.verdict is Verdict.AC
        hand_over(judgement, last=not both)
        if both:
            hand_over(engine.judge(problem, submission, options._replace(explore_s=0.0), listen))
    except Cancelled:
        return
    except JudgeError as error:
        hand_over(None, str(error))
    except Exception as bug:
        hand_over(None, f"internal error: {type(bug).__name__}: {bug}")
