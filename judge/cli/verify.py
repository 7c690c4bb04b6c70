"""`judge verify`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from judge.cli.completing import complete_words
from judge.cli.live import LiveLine
from judge.cli.options import command, sandbox_option, seed_option
from judge.cli.place import Place
from judge.cli.target import named_by
from judge.errors import UsageError
from judge.report.page import Page
from judge.wire.lines import printable

if TYPE_CHECKING:
    from judge.verify.report import Check, Report

_INVALID_FOLDER = 4


@command("verify")
@click.argument("slugs", nargs=-1, shell_complete=complete_words)
@click.option("--all", "every", is_flag=True, help="Every problem of every root.")
@seed_option
@click.option(
    "--seeds",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    help="Judge everything with so many seeds, from --seed on.",
)
@click.option(
    "--only", metavar="CHECK", multiple=True, help="Only this check: cases, wrong, ...; repeatable."
)
@click.option("--no-mutation", is_flag=True, help="Skip the mutants.")
@click.option("--no-complexity", is_flag=True, help="Skip measuring; cx_ files must then be right.")
@click.option("--fresh", is_flag=True, help="Look again at what was found in order before.")
@click.option(
    "--jobs", type=click.IntRange(min=1), help="Problems at the same time; one for each core by default."
)
@click.option("--table", type=click.Path(dir_okay=False), help="Write the mutation table to this file.")
@click.option("-v", "--verbose", is_flag=True, help="Show what is in the cases, and how the mutants went.")
@sandbox_option("the folder's files")
def verify_command(
    place: Place,
    slugs: tuple[str, ...],
    every: bool,
    seed: int,
    seeds: int,
    only: tuple[str, ...],
    no_mutation: bool,
    no_complexity: bool,
    fresh: bool,
    jobs: int | None,
    table: str | None,
    verbose: bool,
    sandbox: str,
) -> int:
    """The author's gate: is a problem folder sound, and do its tests catch what they must?

    \b
    judge verify min-stack        one problem
    judge verify --all            all of them; what did not change since is not done again
    """
    from judge.api import cores
    from judge.verify.gate import CHECKS, Demands
    from judge.verify.many import verify_each

    chosen = _chosen(place, slugs, every)
    for name in only:
        if name not in CHECKS:
            raise UsageError(f"there is no check {name!r}; there are {', '.join(CHECKS)}")
    demands = Demands(seed, seeds, not no_complexity, not no_mutation, fresh, frozenset(only))
    reports = []
    with LiveLine(place.terminal.aside_page) as live:
        for report in verify_each(place.roots, chosen, sandbox, demands, jobs or cores(), live):
            reports.append(report)
            live.wipe()
            if not place.json:
                for line in _fault_lines(report, place.terminal.page):
                    place.terminal.say(line)
    reports.sort(key=lambda report: chosen.index(report.slug))
    place.answer(
        {"ok": all(report.ok for report in reports), "problems": [r.to_document() for r in reports]},
        lambda: _text(reports, place.terminal.page, verbose=verbose or len(reports) == 1),
    )
    if table is not None:
        _write_table(Path(table), reports)
    return 0 if all(report.ok for report in reports) else _INVALID_FOLDER


def _chosen(place: Place, slugs: tuple[str, ...], every: bool) -> list[str]:
    known = place.roots.slugs()
    if every:
        if slugs:
            raise UsageError("give slugs or --all, not both")
        if not known:
            raise UsageError("no problem folders were found; give --problems DIR")
        return known
    if not slugs:
        named = named_by(Path.cwd(), known)
        if named is None:
            raise UsageError("which problems? Give slugs, as in `judge verify min-stack`, or --all")
        return [named]
    for slug in slugs:
        if slug not in known:
            place.roots.load(slug)  # raises, naming the nearest slugs
    return list(dict.fromkeys(slugs))


def _fault_lines(report: Report, page: Page) -> list[str]:
    lines = [page.paint("fault: ", "red") + printable(fault) for fault in report.faults]
    for check in report.checks:
        if check.name == "mutation" and not check.ok:
            lines += [printable(line) for line in check.lines]
    return lines


def _text(reports: list[Report], page: Page, *, verbose: bool) -> str:
    from judge.report.table import table
    from judge.report.units import count, seconds
    from judge.verify.gate import CHECKS

    shown = [name for name in CHECKS if any(_find(report, name) for report in reports)]
    rows = [
        [
            report.slug,
            *(_cell(_find(report, name), page) for name in shown),
            seconds(report.wall_s),
            page.paint("ok", "green") if report.ok else page.paint("FAILS", "red"),
        ]
        for report in reports
    ]
    parts = []
    if verbose:
        parts += [printable(line) for report in reports for line in _seen_lines(report)]
    headers = ["problem", *shown, "time", "gate"]
    parts.append(table(rows, headers, page, flexible="cases" if "cases" in shown else ""))
    bad = [report for report in reports if not report.ok]
    if bad:
        faults = sum(len(report.faults) for report in bad)
        parts.append(f"{count(len(bad), 'problem')} of {len(reports)} fail, {count(faults, 'fault')}")
    return "\n".join(parts)


def _seen_lines(report: Report) -> list[str]:
    lines = []
    for check in report.checks:
        if check.ok:
            lines += [f"{report.slug}: {line}" for line in check.lines]
    return lines


def _find(report: Report, name: str) -> Check | None:
    return next((check for check in report.checks if check.name == name), None)


def _cell(check: Check | None, page: Page) -> str:
    if check is None:
        return "-"
    return check.words if check.ok else page.paint(f"{check.words} !", "red")


def _write_table(path: Path, reports: list[Report]) -> None:
    from judge.verify.report import mutation_page

    try:
        path.write_text(mutation_page(reports), encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{path}: cannot be written ({error.strerror})") from None
