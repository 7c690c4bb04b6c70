"""`judge list` and `judge show`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from judge.cli.options import command, slug_argument
from judge.cli.place import Place
from judge.errors import UsageError
from judge.report.page import Page
from judge.verdict import Verdict
from judge.wire.lines import printable

if TYPE_CHECKING:
    from judge.spec.problem import Bound, Problem

_DIFFICULTIES = ("easy", "medium", "hard")
_INVALID_FOLDER = 4
NO_PROBLEMS = "No problems here. Give a folder of problem folders with --problems DIR."
_NONE_CHOSEN = "No problem is of this topic and difficulty."


@command("list")
@click.option("--topic", help="Only problems of this topic.")
@click.option("--difficulty", type=click.Choice(_DIFFICULTIES), help="Only problems of this difficulty.")
def list_command(place: Place, topic: str | None, difficulty: str | None) -> int:
    """The problems, what they require, and your best verdict on each."""
    problems, errors = place.roots.load_all()
    named = None if topic is None else _topic(topic, problems)
    chosen = [
        problem
        for problem in problems
        if (named is None or named in _topics(problem)) and (difficulty in (None, problem.difficulty))
    ]
    best = best_verdicts(place)
    place.answer(
        {
            "problems": [_entry(problem, best.get(problem.slug)) for problem in chosen],
            "invalid": [str(error) for error in errors],
        },
        lambda: problems_table(chosen, best, place.terminal.page, _NONE_CHOSEN if problems else NO_PROBLEMS),
    )
    for error in errors:
        place.terminal.warn(str(error))
    return _INVALID_FOLDER if errors else 0


def _topic(given: str, problems: list[Problem]) -> str:
    """A topic as topics are compared. Raises UsageError where no problem has it."""
    known = {topic.casefold(): topic for problem in problems for topic in problem.topics}
    if known and given.casefold() not in known:
        raise UsageError(f"there is no topic {given!r}; there are {', '.join(sorted(known.values()))}")
    return given.casefold()


def _topics(problem: Problem) -> set[str]:
    return {topic.casefold() for topic in problem.topics}


def best_verdicts(place: Place) -> dict[str, Verdict]:
    """The best verdict per slug; a history that cannot be read is a warning, not an end."""
    from judge.history.records import HistoryUnavailable

    try:
        return place.history.best()
    except HistoryUnavailable as error:
        place.terminal.warn(f"your verdicts are not shown: {error}")
        return {}


def _entry(problem: Problem, best: Verdict | None) -> dict[str, object]:
    return {
        "slug": problem.slug,
        "title": problem.title,
        "difficulty": problem.difficulty,
        "topics": list(problem.topics),
        "asked": problem.asked,
        "required": [
            {"operation": b.operation, "bound": b.text, "amortized": b.amortized} for b in problem.bounds
        ],
        "best": None if best is None else best.value,
    }


def required_words(bounds: tuple[Bound, ...]) -> str:
    """The required bounds in few words: `all O(1)`, `addNum O(log n), findMedian O(1)`."""
    texts = [bound.text + (" amortised" if bound.amortized else "") for bound in bounds]
    if not texts:
        return "-"
    if len(set(texts)) == 1:
        return texts[0] if len(texts) == 1 else f"all {texts[0]}"
    return ", ".join(f"{bound.operation} {text}" for bound, text in zip(bounds, texts, strict=True))


def _required_cell(bounds: tuple[Bound, ...]) -> str:
    """The distinct bounds in few letters: `O(1)`, `O(log n), O(1)`; `judge show` tells which is whose."""
    return ", ".join(dict.fromkeys(bound.text for bound in bounds)) or "-"


def problems_table(
    problems: list[Problem], best: dict[str, Verdict], page: Page, nothing: str = NO_PROBLEMS
) -> str:
    """The problems in a table; `nothing` is what there is to say where there are none."""
    from judge.report.table import table

    if not problems:
        return nothing
    rows = [
        [
            problem.slug,
            printable(problem.title),
            problem.difficulty,
            _required_cell(problem.bounds),
            verdict_cell(best.get(problem.slug), page),
        ]
        for problem in problems
    ]
    headers = ["slug", "title", "difficulty", "required", "best"]
    if page.width < 72:  # the title says little that the slug does not
        rows = [[row[0], *row[2:]] for row in rows]
        headers.remove("title")
    return table(rows, headers, page, flexible="required")


def verdict_cell(verdict: Verdict | None, page: Page) -> str:
    """A verdict's code, coloured where there is colour; `-` for none."""
    if verdict is None:
        return "-"
    return page.paint(verdict.value, "green" if verdict is Verdict.AC else "yellow")


@command("show")
@slug_argument()
def show_command(place: Place, slug: str) -> None:
    """A problem's statement."""
    problem = place.roots.load(slug)
    statement = problem.statement.read_text(encoding="utf-8")
    best = best_verdicts(place).get(slug)
    place.answer(
        {
            **_entry(problem, best),
            "statement": statement,
            "starter": problem.starter.read_text(encoding="utf-8"),
        },
        lambda: statement_text(problem, statement, best, place.terminal.page),
    )


def statement_text(problem: Problem, statement: str, best: Verdict | None, page: Page) -> str:
    """A statement for the terminal, under a line of what matters about the problem."""
    from judge.report.prose import on_terminal

    facts = [problem.difficulty, ", ".join(problem.topics), f"required: {required_words(problem.bounds)}"]
    if best is not None:
        facts.append(f"your best: {best} ({best.words})")
    return "\n\n".join(
        (
            page.wrap(" · ".join(facts)),
            on_terminal(statement, page).strip(),
            page.paint(f"judge start {problem.slug}", "cyan") + "   begin, or go on",
        )
    )
