"""Progress, and what to practise next."""

from __future__ import annotations

import datetime

import pytest

from judge.history.practice import Schedule, next_up, progress_of, repeat
from judge.history.records import GAVE_UP, HINT, STARTED, Event, Judging
from judge.verdict import Verdict

DAY = datetime.date(2026, 3, 2)


def at(day: int, minute: int = 0) -> float:
    """Noon of a day of March 2026, local time, and some minutes."""
    return datetime.datetime(2026, 3, day, 12, minute).timestamp()


def judged(when: float, verdict: Verdict, problem: str = "a") -> Judging:
    """A judging."""
    return Judging(f"{when}{verdict}", when, problem, verdict, "", "")


def test_sm2_intervals_are_those_of_the_formula():
    """Perfect repetitions come after 1, 6, 17, 48 and 140 days, worked out by hand from the formula."""
    state, day, intervals = Schedule(0, 0, 2.5, DAY), DAY, []
    for _ in range(5):
        state = repeat(state, 5, day)
        intervals.append(state.interval_days)
        day = state.due
    # EF is 2.6 after the first, then 2.7, 2.8, 2.9: 6 * 2.7 = 16.2, 17 * 2.8 = 47.6, 48 * 2.9 = 139.2
    assert intervals == [1, 6, 17, 48, 140]


@pytest.mark.parametrize(("quality", "ease"), [(5, 2.6), (4, 2.5), (3, 2.36)])
def test_sm2_ease_changes_by_the_quality(quality, ease):
    """EF moves by 0.1, 0 and -0.14 for the qualities 5, 4 and 3."""
    assert repeat(Schedule(0, 0, 2.5, DAY), quality, DAY).ease == pytest.approx(ease)


def test_sm2_ease_has_a_floor_and_a_failure_begins_again():
    """EF never falls below 1.3; below quality 3 the repetitions begin again with EF unchanged."""
    assert repeat(Schedule(3, 20, 1.3, DAY), 3, DAY).ease == pytest.approx(1.3)
    again = repeat(Schedule(3, 20, 2.2, DAY), 1, DAY)
    assert (again.repetitions, again.interval_days, again.ease) == (0, 1, 2.2)
    assert again.due == DAY + datetime.timedelta(days=1)


def test_a_good_day_before_it_is_due_changes_nothing():
    """Practising early keeps the schedule."""
    state = Schedule(2, 6, 2.5, DAY + datetime.timedelta(days=4))
    assert repeat(state, 5, DAY) == state


def test_progress_counts_attempts_time_and_help():
    """First AC, attempts up to it, time from the start, hints: as they happened."""
    lines = [judged(at(2, 10), Verdict.WA), judged(at(2, 20), Verdict.AC), judged(at(2, 30), Verdict.CX)]
    events = [Event(at(2, 5), "a", STARTED, 0), Event(at(2, 6), "a", HINT, 1), Event(at(2, 7), "a", HINT, 2)]
    p = progress_of(lines, events)["a"]
    assert (p.best, p.attempts, p.attempts_to_first, p.hints, p.gave_up) == (Verdict.AC, 3, 2, 2, False)
    assert p.time_to_accepted_s == 15 * 60


def test_the_judge_s_own_failures_do_not_count():
    """IE is no attempt."""
    assert progress_of([judged(at(2), Verdict.IE)], []) == {}


def test_a_solution_shown_before_acceptance_is_no_recall():
    """Given up and then accepted the same day is due again tomorrow."""
    lines = [judged(at(2, 1), Verdict.WA), judged(at(2, 9), Verdict.AC)]
    p = progress_of(lines, [Event(at(2, 5), "a", GAVE_UP, 0)])["a"]
    assert p.gave_up
    assert p.schedule.due == datetime.date(2026, 3, 3)
    assert p.schedule.repetitions == 0


def test_next_is_the_unfinished_then_the_due_then_the_new():
    """The order of advice, with the most overdue of the due ones first and new ones easy first."""
    lines = [
        judged(at(2), Verdict.AC, "due"),
        judged(at(1), Verdict.AC, "older"),
        judged(at(9), Verdict.AC, "fresh"),
        judged(at(9), Verdict.WA, "begun"),
    ]
    known = dict.fromkeys(("due", "older", "fresh", "begun"), "easy") | {
        "hard-one": "hard",
        "easy-one": "easy",
    }
    advice = next_up(progress_of(lines, []), known, datetime.date(2026, 3, 9), limit=9)
    assert [a.problem for a in advice] == ["begun", "older", "due", "easy-one", "hard-one"]
