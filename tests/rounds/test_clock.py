"""The running round: its steps, its file, its scorecard."""

from __future__ import annotations

from pathlib import Path

import pytest

from judge.errors import UsageError
from judge.history.records import HINT, Event, Judging
from judge.rounds.clock import ClockFile, advance, begin, finish, steps_of
from judge.rounds.draw import draw
from judge.rounds.records import DISCUSSION, PROBLEM, Part, Round
from judge.rounds.scorecard import score
from judge.verdict import Verdict

ROUND = Round(
    "r",
    "A round",
    "C",
    "R",
    30,
    (
        Part(DISCUSSION, "talk", "Why?", tuple("abcdefgh")),
        Part(PROBLEM, "first", follow_ups=("second", "third")),
        Part(PROBLEM, "last"),
    ),
)


def walk(*accepted: str) -> list[str]:
    """The titles of the steps that open, one after the other."""
    running, titles = begin(ROUND, 0.0), []
    while running.current is not None:
        titles.append(running.steps()[running.current.step].title)
        running = advance(running, accepted.__contains__, (), 1.0)
    return titles


def test_follow_ups_open_when_the_problem_is_accepted():
    """Both follow-ups open after an accepted problem, and neither after one that is not."""
    assert walk("first") == ["talk", "first", "second", "third", "last"]
    assert walk() == ["talk", "first", "last"]


def test_the_clock_survives_on_disk(tmp_path: Path):
    """A running round read back from its file is the same, with its points and times."""
    clock = ClockFile(tmp_path, pytest.fail)
    running = advance(begin(ROUND, 100.0), lambda _slug: False, (0, 3), 160.0)
    clock.write(running)
    again = ClockFile(tmp_path, pytest.fail).read()
    assert again == running
    assert again is not None
    assert again.left_s(220.0) == 30 * 60 - 120
    done = finish(again, (), 400.0)
    assert done.left_s(9_999.0) == 30 * 60 - 300


@pytest.mark.parametrize("text", ["", "{}", "[1]", "\x00", '{"schema": 2}'])
def test_a_corrupt_clock_is_moved_aside_and_named(tmp_path: Path, text: str):
    """A file that is no round is kept under another name, and there is no round."""
    told: list[str] = []
    clock = ClockFile(tmp_path, told.append)
    clock.file.parent.mkdir()
    clock.file.write_text(text)
    assert clock.read() is None
    aside = list(clock.file.parent.glob("round-corrupt-*.json"))
    assert [path.read_text() for path in aside] == [text]
    assert str(aside[0]) in told[0]


def test_a_folder_that_cannot_be_written_is_a_clear_line(tmp_path: Path):
    """Something in the way of .judge is a usage error that names the file."""
    (tmp_path / ".judge").write_text("")
    with pytest.raises(UsageError, match=r"round\.json: the clock cannot be kept"):
        ClockFile(tmp_path, print).write(begin(ROUND, 0.0))


def test_the_scorecard_counts_what_happened_in_the_round():
    """Verdicts, time to acceptance, attempts, hints and points; what came later does not count."""
    running = advance(begin(ROUND, 0.0), lambda _slug: False, (0, 1), 60.0)
    done = finish(running, (), 600.0)
    judgings = [
        Judging("1", 100.0, "first", Verdict.WA, "", ""),
        Judging("2", 200.0, "first", Verdict.AC, "", ""),
        Judging("3", 300.0, "first", Verdict.CX, "", ""),
        Judging("4", 700.0, "last", Verdict.AC, "", ""),
    ]
    card = score(done, judgings, [Event(150.0, "first", HINT, 1)], {}, 600.0)
    lines = {line.title: line for line in card.lines}
    assert (lines["talk"].points, lines["talk"].of, lines["talk"].used_s) == (2, 8, 60.0)
    first = lines["first"]
    assert (first.verdict, first.attempts, first.hints, first.used_s) == (Verdict.AC, 3, 1, 140.0)
    assert first.in_time
    assert (lines["last"].verdict, lines["last"].opened) == (None, False)
    assert card.accepted == 1


def test_accepted_after_time_was_up_is_not_in_time():
    """The clock decides what is in time."""
    running = advance(begin(ROUND, 0.0), lambda _slug: False, (), 60.0)
    late = [Judging("1", 30 * 60 + 1.0, "first", Verdict.AC, "", "")]
    card = score(finish(running, (), 2_000.0), late, [], {}, 2_000.0)
    assert card.lines[1].verdict is Verdict.AC
    assert not card.lines[1].in_time
    assert card.accepted == 0


def test_a_drawn_round_fills_the_time_and_repeats_with_its_seed():
    """Problems of the difficulty are drawn as long as they fit; the seed decides which."""
    problems = {f"m{at}": "medium" for at in range(9)} | {"e": "easy"}
    talks = [ROUND.parts[0]]
    first = draw(problems, talks, minutes=60, difficulty="medium", seed=4)
    assert first == draw(problems, talks, minutes=60, difficulty="medium", seed=4)
    assert len(first.slugs()) == 2
    assert all(slug.startswith("m") for slug in first.slugs())
    assert first.parts[0].kind == DISCUSSION
    assert len(draw(problems, talks, minutes=5, difficulty="medium", seed=4).slugs()) == 1
    seen = {draw(problems, talks, minutes=60, difficulty="medium", seed=s).slugs() for s in range(20)}
    assert len(seen) > 5
    with pytest.raises(UsageError, match="no hard problem"):
        draw(problems, talks, minutes=60, difficulty="hard", seed=4)


def test_steps_are_in_the_order_of_the_parts():
    """Follow-ups come right after their problem."""
    assert [step.title for step in steps_of(ROUND)] == ["talk", "first", "second", "third", "last"]
