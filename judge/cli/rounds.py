"""`judge round list | start | status | next | finish`."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

import click

from judge.cli.completing import complete_round
from judge.cli.options import command
from judge.cli.place import Place
from judge.cli.round_documents import card_document, round_entry, status_document
from judge.cli.round_text import (
    CHECKLIST_ASKED,
    checklist_text,
    rounds_table,
    scorecard_text,
    status_text,
    step_text,
)
from judge.errors import ProblemError, UsageError
from judge.rounds.clock import ClockFile, Running, advance, begin, finish
from judge.rounds.records import DISCUSSION, Part, Round
from judge.verdict import Verdict

if TYPE_CHECKING:
    from judge.rounds.scorecard import Scorecard


@click.group("round")
def round_command() -> None:
    """A whole interview round against the clock.

    \b
    judge round list             the rounds
    judge round start NAME       the clock runs, the first part opens
    judge round next             leave a part and open the next one
    judge round finish           the scorecard
    """


@command("list")
def list_rounds(place: Place) -> None:
    """The rounds."""
    from judge.rounds.load import load_all

    rounds = load_all(place.roots.workspace)
    place.answer(
        {"rounds": [round_entry(round) for round in rounds]},
        lambda: rounds_table(rounds, place.terminal.page),
    )


@command("start")
@click.argument("name", required=False, shell_complete=complete_round)
@click.option("--random", "drawn", is_flag=True, help="Draw a round instead of naming one.")
@click.option(
    "--minutes",
    type=click.FloatRange(min=1, max=24 * 60),
    help="How long; the round's own time if not given.",
)
@click.option("--difficulty", type=click.Choice(["easy", "medium", "hard"]), help="With --random.")
@click.option("--seed", type=int, help="With --random: draw the same round again.")
@click.option("--abandon", is_flag=True, help="Drop a round that is still running.")
def start_round(
    place: Place,
    name: str | None,
    drawn: bool,
    minutes: float | None,
    difficulty: str | None,
    seed: int | None,
    abandon: bool,
) -> None:
    """Start the clock and open the first part."""
    if drawn == (name is not None):
        raise UsageError("give either the NAME of a round or --random; `judge round list` shows them")
    for option, value in (("--difficulty", difficulty), ("--seed", seed)):
        if value is not None and not drawn:
            raise UsageError(f"{option} belongs to --random; the round {name!r} has its own problems")
    from judge import cache

    clock = _clock(place)
    round = _drawn(place, minutes or 45.0, difficulty, seed) if drawn else _named(place, name or "", minutes)
    with cache.alone("round"):  # of two that start at once, one is told that the other runs
        old, now_s = clock.read(), time.time()
        if old is not None and not old.finished_s and not abandon:
            raise UsageError(
                f"the round {old.round.name!r} is running; `judge round finish` ends it, "
                "and --abandon drops it without a scorecard"
            )
        running = begin(round, now_s)
        clock.write(running)
    place.answer(
        {"round": round_entry(round), **status_document(running, None, now_s)},
        lambda: step_text(running, now_s, place.terminal.page),
    )


def _named(place: Place, name: str, minutes: float | None) -> Round:
    from dataclasses import replace

    from judge.rounds.load import files, load

    workspace = place.roots.workspace
    round = load(name, workspace)
    known = set(place.roots.slugs())
    for slug in round.slugs():
        if slug not in known:
            raise ProblemError(
                f"{files(workspace)[name]}: names the problem {slug!r}, which is not here; "
                "add its folder (--problems DIR) or change the round"
            )
    return round if minutes is None else replace(round, minutes=minutes)


def _drawn(place: Place, minutes: float, difficulty: str | None, seed: int | None) -> Round:
    import secrets

    from judge.rounds.draw import draw
    from judge.rounds.load import load_all

    problems, errors = place.roots.load_all()
    for error in errors:
        place.terminal.warn(str(error))
    talks = [part for round in load_all(place.roots.workspace) for part in round.parts]
    return draw(
        {problem.slug: problem.difficulty for problem in problems},
        [part for part in talks if part.kind == DISCUSSION],
        minutes=minutes,
        difficulty=difficulty,
        seed=secrets.randbits(32) if seed is None else seed,
    )


@command("status")
def round_status(place: Place) -> None:
    """The clock, the parts, and the part that is open."""
    running, now_s = _clock(place).read(), time.time()
    if running is None:
        place.answer({"running": False}, lambda: "No round is running. `judge round list` shows them.")
        return
    card = scorecard_of(place, running, now_s)
    if running.finished_s:
        place.answer(
            {"running": False, "last": card_document(running, card)},
            lambda: "No round is running. The last one:\n\n" + scorecard_text(card, place.terminal.page),
        )
        return
    place.answer(
        {"round": round_entry(running.round), **status_document(running, card, now_s)},
        lambda: status_text(running, card, now_s, place.terminal.page),
    )


@command("next")
@click.option(
    "--points", metavar="LIST", help="The checklist points that you covered: 1,3,5, or all, or none."
)
def next_part(place: Place, points: str | None) -> None:
    """Leave the open part and open the next one.

    A discussion shows its checklist first, for you to say what you covered. Follow-ups of a problem open
    when it was accepted in this round.
    """
    running = _running(place)
    if running.current is None:
        raise UsageError("every part is done; `judge round finish` shows the scorecard")
    claimed = _claimed(place, running, points)
    card = scorecard_of(place, running, time.time())
    accepted = {line.title for line in card.lines if line.verdict is Verdict.AC}
    left = running.steps()[running.current.step]
    moved = advance(running, accepted.__contains__, claimed, time.time())
    _clock(place).write(moved)
    if left.kind != DISCUSSION and left.title not in accepted:
        place.terminal.aside(f"left without an accepted solution: {left.title}")
    now_s = time.time()
    place.answer(
        {
            "round": round_entry(moved.round),
            **status_document(moved, scorecard_of(place, moved, now_s), now_s),
        },
        lambda: step_text(moved, now_s, place.terminal.page),
    )


@command("finish")
@click.option(
    "--points", metavar="LIST", help="The checklist points that you covered: 1,3,5, or all, or none."
)
def finish_round(place: Place, points: str | None) -> None:
    """Stop the clock and show the scorecard."""
    running = _running(place)
    done = finish(running, _claimed(place, running, points), time.time())
    _clock(place).write(done)
    card = scorecard_of(place, done, done.finished_s)
    place.answer(card_document(done, card), lambda: scorecard_text(card, place.terminal.page))


for _command in (list_rounds, start_round, round_status, next_part, finish_round):
    round_command.add_command(_command)


def _clock(place: Place) -> ClockFile:
    return ClockFile(place.roots.workspace, place.terminal.warn)


def _running(place: Place) -> Running:
    running = _clock(place).read()
    if running is None or running.finished_s:
        raise UsageError("no round is running; begin one with `judge round start NAME`")
    return running


def _claimed(place: Place, running: Running, points: str | None) -> tuple[int, ...]:
    """The points of the open discussion that were covered, as given or asked for on a terminal."""
    current = running.current
    if current is None:
        return ()
    part = running.round.parts[running.steps()[current.step].part]
    if part.kind != DISCUSSION:
        if points is not None:
            raise UsageError("--points belongs to a discussion; this part is a problem")
        return ()
    if points is not None:
        return _parse_points(points, part)
    place.terminal.aside(checklist_text(part, place.terminal.aside_page))
    if not sys.stdin.isatty():
        raise UsageError("say which points you covered: --points 1,3,5 (or all, or none)")
    while True:
        answer = click.prompt(CHECKLIST_ASKED, default="none", err=True)
        try:
            return _parse_points(answer, part)
        except UsageError as error:
            place.terminal.aside(str(error))


def _parse_points(text: str, part: Part) -> tuple[int, ...]:
    word = text.strip().lower()
    if word in ("all", "none", ""):
        return tuple(range(len(part.checklist))) if word == "all" else ()
    try:
        numbers = {int(item) for item in word.replace(",", " ").split()}
    except ValueError:
        raise UsageError(f"points {text!r}: write numbers, as in 1,3,5, or all, or none") from None
    wrong = sorted(n for n in numbers if not 1 <= n <= len(part.checklist))
    if wrong:
        raise UsageError(
            f"points {text!r}: there is no point {wrong[0]}; they go from 1 to {len(part.checklist)}"
        )
    return tuple(sorted(n - 1 for n in numbers))


def scorecard_of(place: Place, running: Running, now_s: float) -> Scorecard:
    """Score a round from the history; what cannot be read is a warning and counts as not done."""
    from judge.errors import JudgeError
    from judge.history.records import HINT, HistoryUnavailable
    from judge.rounds.scorecard import best_of, score

    try:
        judgings = place.history.judgings(since_s=running.started_s)
        hints = place.history.events(HINT, since_s=running.started_s)
    except HistoryUnavailable as error:
        place.terminal.warn(f"verdicts are not counted: {error}")
        judgings, hints = [], []
    whole = {}
    end_s = running.finished_s or now_s
    for slug in set(running.round.slugs()):
        mine = sorted((j for j in judgings if j.problem == slug and j.at_s <= end_s), key=lambda j: j.at_s)
        best = best_of(mine)
        if best is not None:
            try:
                whole[best.id] = place.history.find(best.id).judgement
            except JudgeError as error:
                place.terminal.warn(str(error))
    return score(running, judgings, hints, whole, now_s)
