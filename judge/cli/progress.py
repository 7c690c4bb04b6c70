"""`judge progress`."""

from __future__ import annotations

import datetime
import time
from typing import TYPE_CHECKING

from judge.cli.options import command
from judge.cli.place import Place
from judge.cli.problems import verdict_cell
from judge.report.page import Page
from judge.report.units import clock

if TYPE_CHECKING:
    from judge.history.practice import Advice, Progress
    from judge.history.records import Event
    from judge.spec.problem import Problem

_DAY_S = 86_400


@command("progress")
def progress_command(place: Place) -> None:
    """How far you are on each problem and topic, and what to practise next.

    What comes next is chosen by spaced repetition with the SM-2 formula (Wozniak 1990).
    """
    from judge.history.practice import FORMULA, day_of, next_up, progress_of

    problems, errors = place.roots.load_all()
    judgings = place.history.judgings()
    progress = progress_of(judgings, _events(place))
    today = day_of(time.time())
    advice = next_up(progress, {p.slug: p.difficulty for p in problems}, today)
    counts: dict[datetime.date, int] = {}
    for line in judgings:
        counts[day_of(line.at_s)] = counts.get(day_of(line.at_s), 0) + 1
    place.answer(
        {
            "problems": [_entry(p, today) for p in progress.values()],
            "topics": [
                {"topic": topic, "solved": solved, "of": total, "attempts": attempts}
                for topic, solved, total, attempts in topic_rows(problems, progress)
            ],
            "next": [{"slug": a.problem, "reason": a.reason} for a in advice],
            "formula": FORMULA,
            "days": {day.isoformat(): number for day, number in sorted(counts.items())},
        },
        lambda: _text(problems, progress, advice, counts, place.terminal.page),
    )
    for error in errors:
        place.terminal.warn(str(error))


def advised(place: Place) -> list[Advice]:
    """What to practise next, for other commands. Raises HistoryUnavailable."""
    from judge.history.practice import day_of, next_up, progress_of

    problems, _errors = place.roots.load_all()
    progress = progress_of(place.history.judgings(), _events(place))
    return next_up(progress, {p.slug: p.difficulty for p in problems}, day_of(time.time()))


def _events(place: Place) -> list[Event]:
    from judge.history.records import GAVE_UP, HINT, STARTED

    return [event for kind in (STARTED, HINT, GAVE_UP) for event in place.history.events(kind)]


def _entry(p: Progress, today: datetime.date) -> dict[str, object]:
    return {
        "slug": p.problem,
        "best": p.best.value,
        "attempts": p.attempts,
        "attempts_to_first": p.attempts_to_first or None,
        "first_accepted": _iso(p.first_accepted_s),
        "time_to_accepted_s": p.time_to_accepted_s if p.first_accepted_s else None,
        "hints": p.hints,
        "gave_up": p.gave_up,
        "due": p.schedule.due.isoformat(),
        "is_due": p.schedule.due <= today,
        "interval_days": p.schedule.interval_days,
        "ease": round(p.schedule.ease, 2),
    }


def _iso(at_s: float) -> str | None:
    return datetime.datetime.fromtimestamp(at_s, datetime.UTC).isoformat(timespec="seconds") if at_s else None


def topic_rows(problems: list[Problem], progress: dict[str, Progress]) -> list[tuple[str, int, int, int]]:
    """Per topic: its name, problems solved, problems in all, attempts."""
    rows = []
    for topic in sorted({topic for problem in problems for topic in problem.topics}):
        slugs = [problem.slug for problem in problems if topic in problem.topics]
        tried = [progress[slug] for slug in slugs if slug in progress]
        rows.append(
            (topic, sum(1 for p in tried if p.first_accepted_s), len(slugs), sum(p.attempts for p in tried))
        )
    return rows


def _text(
    problems: list[Problem],
    progress: dict[str, Progress],
    advice: list[Advice],
    counts: dict[datetime.date, int],
    page: Page,
) -> str:
    from judge.history.practice import FORMULA
    from judge.report.heatmap import heatmap
    from judge.report.table import table

    blocks = []
    if progress:
        rows = [_row(p, page) for p in progress.values()]
        headers = ["problem", "best", "attempts", "first AC", "time to AC", "hints", "repeat on"]
        if page.width < 76:
            rows, headers = [[*row[:3], row[3], row[6]] for row in rows], [*headers[:4], headers[6]]
        blocks.append(table(rows, headers, page))
    topics = [
        [topic, f"{solved}/{total}", str(attempts)]
        for topic, solved, total, attempts in topic_rows(problems, progress)
    ]
    if topics:
        blocks.append(table(topics, ["topic", "solved", "attempts"], page))
    blocks.append(heatmap(counts, datetime.date.today(), page))
    said = [f"Next, by {FORMULA}:"]
    said += [page.wrap(f"judge start {a.problem}   {a.reason}", "  ", "      ") for a in advice]
    blocks.append("\n".join(said) if advice else "Nothing is due. Come back tomorrow.")
    return "\n\n".join(blocks)


def _row(p: Progress, page: Page) -> list[str]:
    first = day_words(p.first_accepted_s) if p.first_accepted_s else "-"
    return [
        p.problem,
        verdict_cell(p.best, page),
        str(p.attempts),
        first,
        time_words(p.time_to_accepted_s) if p.first_accepted_s else "-",
        str(p.hints) + (" + solution" if p.gave_up else ""),
        p.schedule.due.isoformat(),
    ]


def day_words(at_s: float) -> str:
    """A local day, as 2026-11-21."""
    return datetime.date.fromtimestamp(at_s).isoformat()


def time_words(value_s: float) -> str:
    """A length of time: `7:05`, or in days where it is longer than one."""
    return clock(value_s) if value_s < _DAY_S else f"{value_s / _DAY_S:.1f} days"
