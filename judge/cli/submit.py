"""`judge submit`."""

from __future__ import annotations

import click

from judge.cli.completing import complete_words
from judge.cli.options import command, judging_options
from judge.cli.place import Place
from judge.cli.submitting import submit


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
    from judge.request import Options

    options = Options(
        seed=seed,
        complexity=not no_complexity,
        complexity_budget_s=complexity_budget,
        explore_s=explore,
        killers=not no_killers,
    )
    return submit(place, slug, file, options, sandbox, plot)
