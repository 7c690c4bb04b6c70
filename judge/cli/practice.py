"""`judge start`, `judge hint` and `judge solution`."""

from __future__ import annotations

import os
import shlex
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from judge.cli.options import command, pressed_enter_yes, slug_argument
from judge.cli.place import Place
from judge.cli.target import shown, solution_path
from judge.errors import UsageError
from judge.report.page import Page
from judge.verdict import Verdict
from judge.wire.lines import lines_of, printable

if TYPE_CHECKING:
    from judge.spec.problem import Problem


@command("start")
@slug_argument()
@click.option("--edit", is_flag=True, help="Open it in $VISUAL or $EDITOR.")
@click.option("--reset", is_flag=True, help="Begin again; asks first, and keeps what was there.")
@click.option("--yes", is_flag=True, help="With --reset: do not ask.")
def start_command(place: Place, slug: str, edit: bool, reset: bool, yes: bool) -> None:
    """Put the starter into submissions/ and say where it is.

    What is already there is never overwritten.
    """
    problem = place.roots.load(slug)
    path = solution_path(place, slug)
    backup: Path | None = None
    if reset and path.exists():
        if not yes and not pressed_enter_yes(f"Replace {path} by the starter? (a backup is kept)"):
            raise UsageError(f"{path} was left as it is; to begin again without being asked: --reset --yes")
        backup = _set_aside(path)
    path, cases, created = begin(place, problem)
    place.answer(
        {
            "slug": slug,
            "path": str(path),
            "cases": str(cases),
            "created": created,
            "backup": None if backup is None else str(backup),
        },
        lambda: _started(slug, path, cases, created, backup, place.terminal.page),
    )
    if edit:
        _open_editor(path)


def begin(place: Place, problem: Problem) -> tuple[Path, Path, bool]:
    """Write the starter and a file for own cases where they are missing.

    Returns both paths, and whether the starter was written now. Raises UsageError.
    """
    path = solution_path(place, problem.slug)
    created = not path.exists() and _write_new(path, problem.starter.read_bytes())
    if created:
        _note_start(place, problem.slug)
    cases = path.with_name("cases.py")
    if not cases.exists() and not path.with_name("cases.json").exists():
        from judge.cli.cases import template

        _write_new(cases, template(problem).encode())
    return path, cases, created


def _set_aside(path: Path) -> Path:
    backup = path.with_name(f"{path.stem}-{time.strftime('%Y%m%d-%H%M%S')}{path.suffix}.bak")
    try:
        path.rename(backup)
    except OSError as error:
        raise UsageError(f"{path}: cannot be set aside ({error.strerror}); nothing was changed") from None
    return backup


def _write_new(path: Path, body: bytes) -> bool:
    """Write a file that is not there; False where another command just did. Raises UsageError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            try:
                file.write(body)
                file.flush()
            except OSError:  # a full disk; what is half written would be taken for the contestant's own
                path.unlink(missing_ok=True)
                raise
    except FileExistsError:
        if not path.is_file():
            raise UsageError(f"{path}: is no file, or its folder is none; move it out of the way") from None
        return False
    except OSError as error:
        raise UsageError(
            f"{path}: cannot be written ({error.strerror}); go to a folder that you may write in"
        ) from None
    return True


def _note_start(place: Place, slug: str) -> None:
    from judge.history.records import STARTED, HistoryUnavailable

    try:
        place.history.note(slug, STARTED)
    except HistoryUnavailable as error:
        place.terminal.warn(f"the start is not in the history: {error}")


def _started(slug: str, path: Path, cases: Path, created: bool, backup: Path | None, page: Page) -> str:
    what = "Your starter" if created else "Yours, left as it is"
    lines = [f"{what}: {_link(path, page)}"]
    if backup is not None:
        lines.append(f"What was there: {_link(backup, page)}")
    lines += [
        f"Your own cases: {_link(cases, page)}",
        "",
        *(
            page.wrap(f"judge {name} {slug}   {words}", "", "    ")
            for name, words in (
                ("test", "the examples and your own cases"),
                ("submit", "the hidden tests and the complexity"),
                ("watch", "both, at each save"),
            )
        ),
    ]
    return "\n".join(lines)


def _link(path: Path, page: Page) -> str:
    text = printable(str(path))
    if not page.colour:
        return text
    # OSC 8: a hyperlink; terminals that do not know it show the text alone.
    return f"\x1b]8;;{path.resolve().as_uri()}\x1b\\{text}\x1b]8;;\x1b\\"


def _open_editor(path: Path) -> None:
    import subprocess

    chosen = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if not chosen:
        raise UsageError(f"neither VISUAL nor EDITOR is set; open {path} yourself, or: export EDITOR=nano")
    try:
        ended = subprocess.run([*shlex.split(chosen), str(path)], check=False).returncode
    except (OSError, ValueError) as error:
        raise UsageError(
            f"the editor {chosen!r} cannot be started ({error}); set EDITOR to another"
        ) from None
    if ended:
        raise UsageError(f"the editor {chosen!r} ended with {ended}; {path} is there all the same")


@command("hint")
@slug_argument()
def hint_command(place: Place, slug: str) -> None:
    """One more hint each time; how many you took is remembered."""
    problem = place.roots.load(slug)
    number, no_more = take_hint(place, problem)
    place.answer(
        {
            "slug": slug,
            "number": number,
            "of": len(problem.hints),
            "hint": problem.hints[number - 1],
            "hints": list(problem.hints[:number]),
        },
        lambda: hints_text(problem, number, no_more, place.terminal.page),
    )


def take_hint(place: Place, problem: Problem) -> tuple[int, bool]:
    """Take one more hint, and remember it; returns its number, and whether all were taken before."""
    from judge.history.records import HINT, HistoryUnavailable

    try:
        taken = max((event.number for event in place.history.events(HINT, problem.slug)), default=0)
    except HistoryUnavailable as error:
        place.terminal.warn(f"how many hints you took is not known: {error}")
        taken = 0
    number = min(taken + 1, len(problem.hints))
    if number > taken:
        try:
            place.history.note(problem.slug, HINT, number)
        except HistoryUnavailable as error:
            place.terminal.warn(f"this hint is not remembered: {error}")
    return number, taken >= len(problem.hints)


def hints_text(problem: Problem, number: int, no_more: bool, page: Page) -> str:
    """The hints up to a number, the newest last and plainest to see."""
    lines = []
    for at, hint in enumerate(problem.hints[:number], 1):
        lead = f"hint {at} of {len(problem.hints)}  "
        text = page.wrap(printable(hint), lead, " " * len(lead))
        lines.append(page.paint(text, "bold") if at == number else page.paint(text, "dim"))
    if no_more:
        lines.append(f"\nThese are all. `judge solution {problem.slug} --give-up` shows a solution.")
    return "\n".join(lines)


@command("solution")
@slug_argument()
@click.option("--give-up", is_flag=True, help="Show it although you have not solved it; this is recorded.")
def solution_command(place: Place, slug: str, give_up: bool) -> None:
    """The reference solution with its explanation, once you have solved the problem or given up."""
    from judge.history.records import GAVE_UP, HistoryUnavailable

    problem = place.roots.load(slug)
    try:
        solved = place.history.best().get(slug) is Verdict.AC
        gave_up = bool(place.history.events(GAVE_UP, slug))
    except HistoryUnavailable as error:
        place.terminal.warn(f"whether you solved it is not known: {error}")
        solved = gave_up = False
    if not (solved or gave_up or give_up):
        raise UsageError(
            f"{slug} is not accepted yet; to see its solution all the same: judge solution {slug} --give-up"
        )
    if not solved and not gave_up:
        try:
            place.history.note(slug, GAVE_UP)
        except HistoryUnavailable as error:
            place.terminal.warn(f"that you gave up is not remembered: {error}")
    source = problem.reference.read_text(encoding="utf-8")
    explanation, code = explained(source)
    place.answer(
        {
            "slug": slug,
            "solved": solved,
            "explanation": explanation,
            "solution": source,
            "others": [str(shown(path)) for path in problem.accepted()[1:]],
        },
        lambda: _solution(problem, explanation, code, place.terminal.page),
    )


def explained(source: str) -> tuple[str, str]:
    """Split a solution into its explanation (the module's docstring) and the code after it."""
    import ast
    import inspect

    tree = ast.parse(source)
    docstring = ast.get_docstring(tree, clean=False)
    if docstring is None:
        return "", source.strip("\n")
    after = lines_of(source)[tree.body[0].end_lineno :]
    return inspect.cleandoc(docstring), "\n".join(after).strip("\n")


def _solution(problem: Problem, explanation: str, code: str, page: Page) -> str:
    from judge.report.prose import on_terminal

    lines = [page.paint(printable(problem.title), "bold")]
    if explanation:
        lines += ["", on_terminal(explanation, page)]
    lines += ["", *(f"    {page.paint(line, 'cyan')}" for line in code.splitlines())]
    if problem.follow_ups:
        lines += ["", "An interviewer may go on:"]
        lines += [page.wrap(printable(text), "- ", "  ") for text in problem.follow_ups]
    return "\n".join(lines)
