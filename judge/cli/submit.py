"""`judge submit`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from judge.cli.completing import complete_words
from judge.cli.live import LiveLine
from judge.cli.options import Place, command, judging_options
from judge.cli.target import target_of

if TYPE_CHECKING:
    from judge.judgement import Judgement
    from judge.request import Submission


@command("submit")
@click.argument("slug", required=False, shell_complete=complete_words)
@click.argument("file", required=False, type=click.Path())
@click.option("--plot", is_flag=True, help="Plot every operation, not only those that grow too fast.")
@judging_options
def submit_command(
    place: Place,
    slug: str | None,
    file: str | None,
    seed: int,
    sandbox: str,
    no_complexity: bool,
    complexity_budget: float | None,
    explore: float,
    no_killers: bool,
    plot: bool,
) -> int:
    """Judge a submission against the hidden tests.

    \b
    judge submit min-stack                      submissions/min-stack/solution.py
    judge submit min-stack other.py             another file
    judge submit submissions/min-stack/x.py     the problem is read from the path
    """
    from judge import ahead
    from judge.pipeline import Engine
    from judge.request import Options, Submission

    target = target_of(place, slug, file)
    submission = Submission.read(target.path)
    options = Options(
        seed=seed,
        complexity=not no_complexity,
        complexity_budget_s=complexity_budget,
        explore_s=explore,
        killers=not no_killers,
    )
    early = ahead.take()
    with (
        LiveLine(place.terminal.aside_page) as live,
        early.engine if early is not None else Engine(sandbox) as engine,
    ):
        problem = place.roots.load(target.slug)
        if early is not None:
            _import_what_follows()
        judgement = early.judgement(problem, submission, options, live) if early is not None else None
        if judgement is None:
            judgement = engine.judge(problem, submission, options, live)
    place.answer(judgement.to_document(), lambda: _report(judgement, submission, place, plot))
    keep(place, judgement, submission)
    return judgement.verdict.exit_code


def _import_what_follows() -> None:
    """Import what shows and keeps the judgement, while the judging runs on its own thread."""
    import judge.history.store
    import judge.report.text  # noqa: F401


def _report(judgement: Judgement, submission: Submission, place: Place, plot: bool) -> str:
    from judge.report import text

    source = submission.source.decode("utf-8-sig", "replace")
    return text.render(judgement, place.terminal.page, source=source, plot_all=plot)


def keep(place: Place, judgement: Judgement, submission: Submission) -> bool:
    """Write a judging into the history, after its verdict was shown; a failure is only a warning."""
    from judge.history.records import HistoryUnavailable

    try:
        place.history.save(judgement, submission.source)
    except HistoryUnavailable as error:
        place.terminal.warn(f"this judging is not in the history: {error}")
        return False
    return True
