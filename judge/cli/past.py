"""`judge history` and `judge report`."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from judge.cli.completing import complete_judging
from judge.cli.options import command, slug_argument
from judge.cli.place import Place
from judge.cli.problems import verdict_cell
from judge.cli.target import shown
from judge.errors import UsageError
from judge.report.formats import FORMATS
from judge.report.page import Page, clipped
from judge.wire.lines import printable

if TYPE_CHECKING:
    from judge.history.records import Judging, Kept

_STDOUT = "-"


@command("history")
@slug_argument(required=False)
@click.option(
    "--limit", type=click.IntRange(min=1), default=20, show_default=True, help="How many, newest first."
)
def history_command(place: Place, slug: str | None, limit: int) -> None:
    """What was judged, and when; newest first."""
    if slug is not None and slug not in place.roots.slugs() and not place.history.judgings(slug, limit=1):
        place.roots.load(slug)  # raises, naming the nearest slugs
    lines = place.history.judgings(slug, limit=limit)
    place.answer(
        {"judgings": [_entry(line) for line in lines]}, lambda: _table(lines, slug, place.terminal.page)
    )


def _entry(line: Judging) -> dict[str, object]:
    return {
        "id": line.id,
        "at": datetime.datetime.fromtimestamp(line.at_s, datetime.UTC).isoformat(timespec="seconds"),
        "problem": line.problem,
        "verdict": line.verdict.value,
        "message": line.message,
        "path": str(shown(Path(line.path))),
    }


def _table(lines: list[Judging], slug: str | None, page: Page) -> str:
    from judge.report.table import table

    if not lines:
        return f"Nothing was judged yet; try `judge submit {slug or 'SLUG'}`."
    rows = [
        [
            line.id,
            datetime.datetime.fromtimestamp(line.at_s).strftime("%Y-%m-%d %H:%M"),
            line.problem,
            verdict_cell(line.verdict, page),
        ]
        for line in lines
    ]
    spare = page.width - 2 - max(sum(len(row[i]) + 2 for i in range(3)) for row in rows) - len("verdict")
    headers = ["id", "when", "problem", "verdict"]
    if spare >= 24:
        headers.append("message")
        rows = [
            [*row, clipped(printable(line.message), spare)] for row, line in zip(rows, lines, strict=True)
        ]
    return table(rows, headers, page)


@command("report")
@click.argument("id", required=False, default="", shell_complete=complete_judging)
@click.option("--html", metavar="FILE", help="Write one self-contained page ('-' for stdout).")
@click.option("--junit", metavar="FILE", help="Write JUnit XML ('-' for stdout).")
@click.option("--format", "form", type=click.Choice(FORMATS), help="Print it in a format.")
@click.option("--open", "opened", is_flag=True, help="Open the page in a browser.")
@click.option("--plot", is_flag=True, help="Plot every operation, not only those that grow too fast.")
def report_command(
    place: Place,
    id: str,
    html: str | None,
    junit: str | None,
    form: str | None,
    opened: bool,
    plot: bool,
) -> None:
    """Show an earlier judging again, whole; the latest where no ID is given.

    The start of an ID is enough.
    """
    answers = [name for name, to in (("--html -", html), ("--junit -", junit)) if to == "-"]
    answers += ["--json"] if place.json else []
    answers += [f"--format {form}"] if form is not None and not (place.json and form == "json") else []
    if len(answers) > 1:
        raise UsageError(f"{' and '.join(answers)} would both write to stdout; give one of them a file")
    kept = place.history.find(id)
    if html is not None:
        _put(place, html, _render("html", kept))
    if junit is not None:
        _put(place, junit, _render("junit", kept))
    if opened:
        _open(place, kept)
    if form is None and (html is not None or junit is not None or opened) and not place.json:
        return
    if place.json or form == "json":
        place.terminal.document(kept.judgement.to_document())
    elif form is None or form == "text":
        place.terminal.say(_text(kept, plot, place.terminal.page))
    else:
        place.terminal.say(_render(form, kept).rstrip("\n"))


def _text(kept: Kept, plot: bool, page: Page) -> str:
    from judge.report import text

    when = datetime.datetime.fromtimestamp(kept.at_s).strftime("%Y-%m-%d %H:%M:%S")
    source = (kept.source or b"").decode("utf-8-sig", "replace")
    return f"judged {when}\n\n{text.render(kept.judgement, page, source=source, plot_all=plot)}"


def _render(form: str, kept: Kept) -> str:
    if form == "html":
        from judge.report import html

        return html.render(
            kept.judgement, source=(kept.source or b"").decode("utf-8-sig", "replace"), at_s=kept.at_s
        )
    from judge.report import formats

    return formats.render(form, kept.judgement)


def _put(place: Place, target: str, text: str) -> None:
    if target == _STDOUT:
        place.terminal.say(text.rstrip("\n"))
        return
    path = Path(target)
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{path}: cannot be written ({error.strerror or error})") from None
    place.terminal.aside(f"written: {printable(str(path))}")


def _open(place: Place, kept: Kept) -> None:
    import webbrowser

    folder = place.roots.workspace / ".judge" / "reports"
    path = folder / f"{kept.judgement.id}.html"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(_render("html", kept), encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{path}: cannot be written ({error.strerror or error})") from None
    if webbrowser.open(path.as_uri()):
        place.terminal.aside(f"opened: {printable(str(path))}")
    else:
        raise UsageError(f"no browser could be started; open {path} yourself")
