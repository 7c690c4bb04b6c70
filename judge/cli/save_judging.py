"""One judging of one save, in a thread of its own: the public cases, the hidden tests, then complexity."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from judge.cli.target import Target
from judge.errors import JudgeError
from judge.judgement import Judgement
from judge.verdict import Verdict

if TYPE_CHECKING:
    from judge.cli.place import Place
    from judge.pipeline import Engine
    from judge.request import Options, Progress, Submission
    from judge.spec.problem import Problem
    from judge.trial import ExampleRun

_LIMITS = (Verdict.TLE, Verdict.MLE, Verdict.OLE)


class Run:
    """One judging of one save."""

    def __init__(self, target: Target, *, whole: bool = True) -> None:
        """`whole`: with the hidden tests, after the examples and the contestant's own cases."""
        self.target = target
        self.whole = whole
        self.cancelled = threading.Event()
        self.progress: Progress | None = None
        self.over = False
        self.headed = False
        """Whether the line above its reports was printed."""


class Tried(NamedTuple):
    """How the examples and the contestant's own cases went."""

    runs: list[ExampleRun]
    warnings: list[str]


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
    tried: Tried | None = None
    """What comes before the hidden tests, instead of a judgement."""


def judge_save(
    run: Run,
    place: Place,
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
        problem = place.roots.load(run.target.slug)
        submission = Submission.read(run.target.path)
        tried = _try_cases(place, engine, problem, submission, listen)
        deliver(Finished(run, None, submission, "", not run.whole, tried))
        wake()
        if not run.whole:
            return
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


def _try_cases(
    place: Place, engine: Engine, problem: Problem, submission: Submission, listen: Callable[[Progress], None]
) -> Tried:
    """Try one public case after the other. What goes wrong here is a warning: the hidden tests tell more.

    Stops where one meets a limit, for which the others would be waited for as long, and where the submission
    cannot be loaded.
    """
    from judge.cli.examples import examples_of
    from judge.request import Progress

    tried = Tried([], [])
    try:
        examples = examples_of(place, problem, tried.warnings.append)
        for at, example in enumerate(examples):
            listen(Progress("cases", at, len(examples)))
            refusal, runs = engine.run_examples(problem, submission, [example])
            tried.runs.extend(runs)
            if refusal is not None:
                break
            left = len(examples) - at - 1
            if left and any(each.verdict in _LIMITS for each in runs):
                tried.warnings.append(f"{example.name} met a limit; not tried after it: {left}")
                break
    except JudgeError as error:
        tried.warnings.append(str(error))
    return tried
