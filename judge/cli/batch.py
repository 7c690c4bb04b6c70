"""`judge batch`."""

from __future__ import annotations

import os
import sys
import time
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from judge.cli.live import LiveLine
from judge.cli.options import Seconds, command, sandbox_option, seed_option
from judge.cli.place import Place
from judge.cli.terminal import complain
from judge.errors import UsageError
from judge.report.formats import FORMATS
from judge.report.units import clock
from judge.sandbox.choose import require_isolation
from judge.verdict import Verdict
from judge.wire.lines import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from judge.api import Judge
    from judge.batch.entries import BadEntry, Input
    from judge.batch.journal import Journal
    from judge.batch.run import Batch, Summary, Workers
    from judge.judgement import Judgement

_STREAM = "-"
_TOLD_BAD = 20


@command("batch")
@click.argument("input", metavar="INPUT")
@click.option(
    "--output", metavar="FILE", default=_STREAM, help="Append verdicts as JSONL; run again to go on."
)
@click.option(
    "--jobs", metavar="N", type=click.IntRange(min=1), help="Worker processes; default: one for each core."
)
@click.option("--scheduler", metavar="ADDRESS", help="Judge on the Dask cluster of this scheduler.")
@click.option(
    "--local-cluster", metavar="N", type=click.IntRange(min=1), help="Start a Dask cluster of N workers here."
)
@seed_option
@sandbox_option("submissions")
@click.option("--no-complexity", is_flag=True, help="Skip measuring how the cost grows.")
@click.option(
    "--complexity-budget",
    metavar="SECONDS",
    type=Seconds(min=0, min_open=True),
    help="Time for measuring one submission; the problem's own where not given.",
)
@click.option(
    "--only-changed", is_flag=True, help="Skip what has a verdict for the same source, whatever else changed."
)
@click.option("--fail-fast", is_flag=True, help="Stop at the first that is not accepted.")
@click.option(
    "--timeout-total",
    metavar="SECONDS",
    type=Seconds(min=0, min_open=True),
    help="Stop after so long; run again to go on.",
)
@click.option(
    "--format", "form", type=click.Choice(FORMATS[1:]), help="Also report all verdicts in a format."
)
@click.option(
    "--report", metavar="PATH", help="Where --format goes: a file, or a folder of one file a submission."
)
@click.option("--allow-unisolated", is_flag=True, help="Run strangers' code without walls.")
def batch_command(
    place: Place,
    input: str,
    output: str,
    jobs: int | None,
    scheduler: str | None,
    local_cluster: int | None,
    seed: int,
    sandbox: str,
    no_complexity: bool,
    complexity_budget: float | None,
    only_changed: bool,
    fail_fast: bool,
    timeout_total: float | None,
    form: str | None,
    report: str | None,
    allow_unisolated: bool,
) -> int:
    """Judge many submissions.

    INPUT is a folder of <problem>/<anything>.py, one of these <problem> folders, a JSONL file ({"id",
    "problem", "source"} or "path"; also {"task_id", "solution"}), or - for JSONL on stdin.

    \b
    judge batch submissions/ --output verdicts.jsonl
    judge batch samples.jsonl --output verdicts.jsonl --jobs 8 --no-complexity
    """
    from judge.api import Judge
    from judge.batch.journal import Journal
    from judge.batch.run import Batch, Listeners, Wishes, opened

    _check(place, output, form, report, (jobs, scheduler, local_cluster))
    _keep_apart(input, output, report)
    require_isolation(sandbox != "none", allowed=allow_unisolated, asked=sandbox)  # before a file is made
    source = _input(place, input)
    with Judge(
        place.problems,
        sandbox,
        seed=seed,
        complexity=not no_complexity,
        complexity_budget_s=complexity_budget,
        allow_unisolated=allow_unisolated,
    ) as judge:
        journal = Journal(Path(output)) if output != _STREAM else None
        with opened(journal), _Bar(place) as bar:
            bar.total = source.count()
            batch = Batch(
                source,
                judge.roots,
                judge.setup(),
                Wishes(only_changed, fail_fast, timeout_total),
                Listeners(bar.bad, bar.show),
            )
            if journal is not None:
                _greet(place, batch, journal)
            workers = _workers(judge, jobs, scheduler, local_cluster)
            _run(place, batch, workers, journal)
    summary = batch.summary
    bar.unsaid(place)
    if form is not None and not summary.interrupted:
        _report(place, form, Path(output), report)
    _sum_up(place, summary, output, aside=journal is None or (form is not None and report is None))
    if summary.nothing:
        complain(f"{input}: nothing to judge: no <problem>/<anything>.py and no line of JSON")
    failed = summary.tally.verdicts[Verdict.IE]
    if failed:
        complain(f"{failed:,} IE: the judge failed there, not the submission; please report their messages")
    return summary.exit_code


def _check(
    place: Place, output: str, form: str | None, report: str | None, engines: tuple[object, ...]
) -> None:
    if sum(each is not None for each in engines) > 1:
        raise UsageError("choose one of --jobs, --scheduler and --local-cluster")
    if output == _STREAM and (place.json or form is not None):
        raise UsageError("--json and --format need --output FILE for the verdicts")
    if report is not None and form is None:
        raise UsageError("--report needs --format")
    if form is not None and report is None:
        from judge.report.formats import SINGLE

        if form in SINGLE:
            raise UsageError(f"{form} has one file for each submission: name a folder with --report")
        if place.json:
            raise UsageError("--json and --format both want stdout; give --report FILE")


def _keep_apart(input: str, output: str, report: str | None) -> None:
    """Refuse a report where the verdicts or the submissions are. Raises UsageError."""
    if report is None:
        return
    written = os.path.realpath(report)
    for name, what in ((output, "the verdicts"), (input, "the submissions")):
        if name != _STREAM and os.path.realpath(name) == written:
            raise UsageError(f"--report {report} would take the place of {what}; give it another path")


def _input(place: Place, input: str) -> Input:
    from judge.batch.entries import Input

    if input != _STREAM:
        return Input(Path(input), slugs=place.roots.slugs())
    if sys.stdin is None:
        raise UsageError("stdin is closed; give a folder, a file or a pipe")
    return Input(None, sys.stdin.buffer)


def _greet(place: Place, batch: Batch, journal: Journal) -> None:
    batch.check(journal)
    if journal.repaired_bytes:
        cut = f"cut off a half-written last line ({journal.repaired_bytes} bytes)"
        place.terminal.aside(f"{printable(str(journal.path))}: {cut}")


def _workers(
    judge: Judge, jobs: int | None, scheduler: str | None, local_cluster: int | None
) -> AbstractContextManager[Workers]:
    if scheduler is None and local_cluster is None:
        return judge.workers(jobs)
    from judge.batch.cluster import Cluster

    return Cluster(judge.setup(), judge.roots, scheduler, local_cluster or 0)


def _run(
    place: Place, batch: Batch, workers: AbstractContextManager[Workers], journal: Journal | None
) -> None:
    for answer in batch.run(workers, journal):
        if journal is None:
            place.terminal.say(answer.line.decode("ascii").rstrip("\n"))
            if place.terminal.gone:
                batch.summary.stopped = "nobody reads the verdicts"
                return


class _Bar:
    """The live line of a batch: how many, how fast, how long still."""

    total: int | None = None

    def __init__(self, place: Place) -> None:
        self._terminal = place.terminal
        self._line = LiveLine(place.terminal.aside_page)
        self._last_s = 0.0
        self._bad = 0

    def show(self, summary: Summary) -> None:
        """Show how far it is, four times a second at most."""
        now_s = time.monotonic()
        if now_s - self._last_s < 0.25:
            return
        self._last_s = now_s
        done = summary.tally.submissions + summary.bad_entries
        text = f"judged {done:,}"
        if self.total is not None:
            text += f" of {self.total:,}"
        if summary.wall_s > 1 and summary.tally.judged > 1:
            text += f", {summary.rate:,.1f}/s"
            if self.total is not None:
                text += f", {clock(max(0, self.total - done) / summary.rate)} to go"
        verdicts = summary.tally.verdicts
        text += "  " + " ".join(f"{v.value} {verdicts[v]:,}" for v in reversed(list(verdicts)) if verdicts[v])
        self._line.show(text)

    def bad(self, bad: BadEntry) -> None:
        """Tell of an entry that cannot be judged."""
        self._bad += 1
        if self._bad <= _TOLD_BAD:
            self._line.wipe()
            self._terminal.warn(str(bad))

    def unsaid(self, place: Place) -> None:
        """Say how many bad entries were not told."""
        if self._bad > _TOLD_BAD:
            place.terminal.warn(f"and {self._bad - _TOLD_BAD:,} more entries that cannot be judged")

    def __enter__(self) -> _Bar:
        return self

    def __exit__(self, *exc: object) -> None:
        self._line.wipe()


def _report(place: Place, form: str, output: Path, report: str | None) -> None:
    from judge.batch.journal import read_journal
    from judge.report import formats
    from judge.report.schema import read_judgement

    def readable() -> Iterator[Judgement]:
        for record in read_journal(output):
            try:
                yield read_judgement(record)
            except UsageError as error:
                place.terminal.warn(f"{output}: {record['id']} is not in the report: {error}")

    judgements = readable()
    if report is None:
        place.terminal.say(formats.render_all(form, judgements).rstrip("\n"))
        return
    try:
        if form in formats.SINGLE:
            count = formats.write_each(form, judgements, Path(report))
            place.terminal.aside(f"written: {count:,} files in {printable(report)}")
        else:
            Path(report).write_text(formats.render_all(form, judgements), encoding="utf-8")
            place.terminal.aside(f"written: {printable(report)}")
    except OSError as error:
        raise UsageError(f"{report}: cannot be written ({error.strerror or error})") from None


def _sum_up(place: Place, summary: Summary, output: str, aside: bool) -> None:
    if summary.stopped:
        again = "; run the same command again to go on" if output != _STREAM else ""
        place.terminal.aside(f"judge: {printable(summary.stopped)}{again}")
    if place.json:
        place.answer({"output": output, **summary.to_document()}, str)
    elif aside:
        place.terminal.aside(_table(place, summary))
    else:
        place.terminal.say(_table(place, summary))


def _table(place: Place, summary: Summary) -> str:
    from judge.report.table import table

    tally = summary.tally
    verdicts = [v for v in reversed(list(tally.verdicts)) if tally.verdicts[v]]
    verdicts.sort(key=lambda verdict: (verdict.value != "AC", verdict.value))
    rows = [
        [slug, *(entry.verdicts[v] for v in verdicts), entry.submissions, f"{entry.cpu_s:,.2f}"]
        for slug, entry in sorted(tally.problems.items())
    ]
    if len(rows) > 1:
        rows.append(["all", *(tally.verdicts[v] for v in verdicts), tally.submissions, f"{tally.cpu_s:,.2f}"])
    lines = []
    if rows:
        cells = [[str(cell) for cell in row] for row in rows]
        lines.append(
            table(cells, ["problem", *(v.value for v in verdicts), "all", "CPU s"], place.terminal.page)
        )
    words = f"{tally.judged:,} judged in {clock(summary.wall_s)} ({summary.rate:,.1f}/s)"
    if tally.resumed:
        words += f", {tally.resumed:,} had a verdict before"
    if summary.bad_entries:
        words += f", {summary.bad_entries:,} could not be judged"
    lines.append(words)
    at = tally.pass_at()
    if at:
        lines.append("  ".join(f"pass@{k} {value:.3f}" for k, value in at.items()))
    return "\n".join(lines)
