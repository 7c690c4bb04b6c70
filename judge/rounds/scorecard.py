"""What a round came to: verdict and complexity per problem, time, attempts, hints, checklist points."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from judge.history.records import Event, Judging
from judge.judgement import Judgement
from judge.rounds.clock import Running
from judge.rounds.records import DISCUSSION
from judge.verdict import Verdict, settle


@dataclass(frozen=True, slots=True)
class Line:
    """One step's result."""

    kind: str
    title: str
    follow_up: bool
    opened: bool
    verdict: Verdict | None
    """The best of the round; None where nothing was judged."""
    in_time: bool
    """Accepted before time was up."""
    complexity: str
    """`within`, the operations that exceed, or empty where nothing was measured."""
    used_s: float
    """On the step; for a problem until it was accepted."""
    attempts: int
    hints: int
    points: int
    of: int


@dataclass(frozen=True, slots=True)
class Scorecard:
    """A finished (or running) round, scored."""

    title: str
    minutes: float
    used_s: float
    lines: tuple[Line, ...]

    @property
    def accepted(self) -> int:
        """Problems accepted in time."""
        return sum(1 for line in self.lines if line.in_time)


def best_of(judgings: Sequence[Judging]) -> Judging | None:
    """The judging with the best verdict, the earliest of equals; `judgings` is in order of time."""
    best: Judging | None = None
    for line in judgings:
        if line.verdict is Verdict.IE:
            continue
        if best is None or (
            line.verdict is not best.verdict and settle((best.verdict, line.verdict)) is best.verdict
        ):
            best = line
    return best


def score(
    running: Running,
    judgings: Sequence[Judging],
    hints: Sequence[Event],
    whole: Mapping[str, Judgement],
    now_s: float,
) -> Scorecard:
    """Score a round from the history of its time.

    `judgings` and `hints` are those since the round began, in any order; `whole` holds, by id, the judgements
    of the best judgings (see `best_of`), for their complexity.
    """
    end_s = running.finished_s or now_s
    up_s = running.started_s + running.round.minutes * 60
    ordered = sorted((j for j in judgings if j.at_s <= end_s), key=lambda j: j.at_s)
    visits = {visit.step: visit for visit in running.visits}
    lines = []
    for at, step in enumerate(running.steps()):
        visit = visits.get(at)
        used_s = 0.0 if visit is None else (visit.left_s or end_s) - visit.opened_s
        if step.kind == DISCUSSION:
            points = 0 if visit is None else len(visit.points)
            of = len(running.round.parts[step.part].checklist)
            lines.append(
                Line(
                    step.kind, step.title, False, visit is not None, None, False, "", used_s, 0, 0, points, of
                )
            )
            continue
        mine = [j for j in ordered if j.problem == step.title]
        best = best_of(mine)
        solved = best is not None and best.verdict is Verdict.AC
        if visit is not None and solved and best is not None and best.at_s >= visit.opened_s:
            used_s = best.at_s - visit.opened_s
        lines.append(
            Line(
                kind=step.kind,
                title=step.title,
                follow_up=bool(step.after),
                opened=visit is not None,
                verdict=None if best is None else best.verdict,
                in_time=solved and best is not None and best.at_s <= up_s,
                complexity=complexity_words(whole.get(best.id)) if best is not None else "",
                used_s=used_s,
                attempts=len(mine),
                hints=sum(1 for e in hints if e.problem == step.title and e.at_s <= end_s),
                points=0,
                of=0,
            )
        )
    return Scorecard(running.round.title, running.round.minutes, running.elapsed_s(now_s), tuple(lines))


def complexity_words(judgement: Judgement | None) -> str:
    """`within`, or what exceeds: `getMin O(n), required O(1)`; empty where nothing was measured."""
    if judgement is None:
        return ""
    costs = (*judgement.complexity, *judgement.space)
    exceeded = [f"{c.operation} {c.measured}, required {c.required}" for c in costs if c.status == "exceeded"]
    if exceeded:
        return "; ".join(exceeded)
    return "within" if any(cost.status == "within" for cost in costs) else ""
