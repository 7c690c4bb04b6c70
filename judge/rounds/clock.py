"""The running round: a file under the workspace's `.judge/`, so that it survives closing the terminal.

The file holds the round itself (a drawn one exists nowhere else), when it began, and for each step that was
opened when that was, when it was left, and the checklist points that were claimed. It is replaced whole at
each change. Times are seconds since the epoch.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from judge.errors import UsageError
from judge.rounds.load import parse, to_document
from judge.rounds.records import PROBLEM, Round

SCHEMA = 1


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do in a round: a problem, a follow-up, or a discussion."""

    part: int
    """Index of its part."""
    kind: str
    title: str
    """A slug, or the discussion's title."""
    after: str = ""
    """Follow-ups: the slug that must be accepted first."""


@dataclass(frozen=True, slots=True)
class Visit:
    """A step that was opened."""

    step: int
    opened_s: float
    left_s: float = 0.0
    """0 while it is the current one."""
    points: tuple[int, ...] = ()
    """Discussions: indices of the checklist points that were claimed."""


@dataclass(frozen=True, slots=True)
class Running:
    """A round under way, or finished where `finished_s` is not 0."""

    round: Round
    started_s: float
    visits: tuple[Visit, ...]
    finished_s: float = 0.0

    def steps(self) -> tuple[Step, ...]:
        """Everything that may be asked, in order."""
        return steps_of(self.round)

    @property
    def current(self) -> Visit | None:
        """The open step; None after the last."""
        last = self.visits[-1] if self.visits else None
        return last if last is not None and not last.left_s else None

    def elapsed_s(self, now_s: float) -> float:
        """Seconds on the clock."""
        return (self.finished_s or now_s) - self.started_s

    def left_s(self, now_s: float) -> float:
        """Seconds until time is up; negative after it."""
        return self.round.minutes * 60 - self.elapsed_s(now_s)


def steps_of(round: Round) -> tuple[Step, ...]:
    """Everything that a round may ask, in order."""
    steps: list[Step] = []
    for at, part in enumerate(round.parts):
        steps.append(Step(at, part.kind, part.title))
        if part.kind == PROBLEM:
            steps += [Step(at, PROBLEM, slug, after=part.title) for slug in part.follow_ups]
    return tuple(steps)


def begin(round: Round, now_s: float) -> Running:
    """Start the clock at the first step."""
    return Running(round, now_s, (Visit(0, now_s),))


def advance(
    running: Running, accepted: Callable[[str], bool], points: tuple[int, ...], now_s: float
) -> Running:
    """Leave the current step with the points claimed, and open the next one.

    Follow-ups of a problem that is not `accepted` are passed over. After the last step no step is open.
    """
    current = running.current
    if current is None:
        return running
    visits = [*running.visits[:-1], replace(current, left_s=now_s, points=points)]
    steps = running.steps()
    for at in range(current.step + 1, len(steps)):
        if not steps[at].after or accepted(steps[at].after):
            visits.append(Visit(at, now_s))
            break
    return replace(running, visits=tuple(visits))


def finish(running: Running, points: tuple[int, ...], now_s: float) -> Running:
    """Stop the clock, leaving the current step, if there is one, with the points claimed."""
    current = running.current
    if current is None:
        return replace(running, finished_s=now_s)
    visits = (*running.visits[:-1], replace(current, left_s=now_s, points=points))
    return replace(running, visits=visits, finished_s=now_s)


class ClockFile:
    """The round of a workspace, running or the last one finished."""

    def __init__(self, workspace: Path, warn: Callable[[str], None]) -> None:
        self.file = workspace / ".judge" / "round.json"
        self._warn = warn

    def read(self) -> Running | None:
        """Return the workspace's round; None where there is none. A corrupt file is moved aside and named."""
        try:
            text = self.file.read_text(encoding="utf-8")
        except FileNotFoundError:
            return None
        except (OSError, UnicodeDecodeError) as error:
            self._move_aside(str(error))
            return None
        try:
            return _running(json.loads(text))
        except (ValueError, KeyError, TypeError) as error:
            self._move_aside(str(error))
            return None

    def write(self, running: Running) -> None:
        """Replace the file, whole. Raises UsageError where the folder cannot be written."""
        fresh = self.file.with_name(f".round.{os.getpid()}")
        try:
            self.file.parent.mkdir(exist_ok=True)
            fresh.write_text(json.dumps(_document(running)), encoding="utf-8")
            fresh.replace(self.file)
        except OSError as error:
            raise UsageError(
                f"{self.file}: the clock cannot be kept ({error.strerror or error}); "
                "go to a folder that you may write in"
            ) from None

    def _move_aside(self, reason: str) -> None:
        aside = self.file.with_name(f"round-corrupt-{time.strftime('%Y%m%d-%H%M%S')}.json")
        try:
            self.file.rename(aside)
        except OSError:
            self._warn(f"{self.file}: cannot be read ({reason})")
            return
        self._warn(f"the running round was corrupt ({reason}); it was moved aside to {aside}")


def _document(running: Running) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "name": running.round.name,
        "round": to_document(running.round),
        "started_s": running.started_s,
        "finished_s": running.finished_s,
        "visits": [
            {"step": v.step, "opened_s": v.opened_s, "left_s": v.left_s, "points": list(v.points)}
            for v in running.visits
        ],
    }


def _running(document: dict[str, Any]) -> Running:
    if document["schema"] != SCHEMA:
        raise ValueError(f"schema {document['schema']} is not {SCHEMA}")
    round = parse(document["name"], document["round"])
    visits = tuple(
        Visit(int(v["step"]), float(v["opened_s"]), float(v["left_s"]), tuple(int(p) for p in v["points"]))
        for v in document["visits"]
    )
    if any(not 0 <= visit.step < len(steps_of(round)) for visit in visits):
        raise ValueError("a visit names a step that the round does not have")
    return Running(round, float(document["started_s"]), visits, float(document["finished_s"]))
