"""`judge test`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from judge.cli.completing import complete_words
from judge.cli.options import command, running_options
from judge.cli.place import Place
from judge.cli.target import Target, shown, target_of
from judge.report.page import Page, clipped
from judge.report.units import count
from judge.verdict import Verdict, settle
from judge.wire.lines import printable

if TYPE_CHECKING:
    from judge.generate.examples import Example
    from judge.replay import Refusal
    from judge.spec.problem import Problem
    from judge.trial import ExampleRun

CASE_FILES = ("cases.py", "cases.json")
_LEAST_CELL = 12


@command("test")
@click.argument("slug", required=False, shell_complete=complete_words)
@click.argument("file", required=False, type=click.Path())
@click.option("--no-complexity", is_flag=True, hidden=True)  # of all commands that run a submission
@click.option("--verbose", "-v", is_flag=True, help="Show every call of the cases that pass, too.")
@running_options
def test_command(
    place: Place,
    slug: str | None,
    file: str | None,
    no_complexity: bool,
    verbose: bool,
    seed: int,
    sandbox: str,
) -> int:
    """Run the statement's examples and your own cases.

    Your own cases are in submissions/SLUG/cases.py (or cases.json); the file says how to write them.
    """
    from judge.pipeline import Engine
    from judge.request import Submission

    target = target_of(place, slug, file, verb="test")
    problem = place.roots.load(target.slug)
    submission = Submission.read(target.path)
    examples = examples_of(place, problem, place.terminal.warn)
    with Engine(sandbox) as engine:
        refusal, runs = engine.run_examples(problem, submission, examples)
        isolated = engine.sandbox.isolated()
    if not isolated:
        place.terminal.warn("this run was NOT isolated; `judge doctor` says what would help")
    place.answer(
        _document(target, refusal, runs),
        lambda: _text(problem, refusal, runs, verbose, place.terminal.page),
    )
    if refusal is not None and refusal.verdict is Verdict.IE:
        return refusal.verdict.exit_code
    return 0 if refusal is None and all(run.verdict is Verdict.AC for run in runs) else 1


def examples_of(place: Place, problem: Problem, warn: Callable[[str], None]) -> list[Example]:
    """The statement's examples, then the contestant's own cases; one that the statement has is run once.

    `warn` is told of a file without cases. Raises ProblemError, UsageError.
    """
    from judge.generate.examples import own_examples, statement_examples

    examples = statement_examples(problem)
    known = {example.text for example in examples}
    for path in map(shown, case_files(place, problem.slug)):
        if path.is_file():
            own = own_examples(problem, path)
            if not own:
                warn(f"{path} holds no case; write each as a session: >>> {_a_call(problem)}")
            examples += [example for example in own if example.text not in known]
    return examples


def case_files(place: Place, slug: str) -> list[Path]:
    """Where a contestant's own cases for a problem are, or would be."""
    return [place.submissions / slug / name for name in CASE_FILES]


def _a_call(problem: Problem) -> str:
    entry = problem.entry
    return f"s = {entry.class_name}(...)" if entry.kind == "class" else f"{entry.methods[0].name}(...)"


def _document(target: Target, refusal: Refusal | None, runs: list[ExampleRun]) -> dict[str, object]:
    verdict, message = _settled(refusal, runs)
    return {
        "problem": target.slug,
        "path": str(shown(target.path)),
        "verdict": None if verdict is None else verdict.value,
        "message": message,
        "passed": sum(1 for run in runs if run.verdict is Verdict.AC),
        "failed": sum(1 for run in runs if run.verdict is not Verdict.AC),
        "cases": [
            {
                "name": run.name,
                "verdict": run.verdict.value,
                "message": run.message,
                "calls": [
                    {"call": c.text, "expected": c.expected, "actual": c.actual, "ok": c.ok}
                    for c in run.calls
                ],
                "printed": run.printed,
            }
            for run in runs
        ],
    }


def _settled(refusal: Refusal | None, runs: list[ExampleRun]) -> tuple[Verdict | None, str]:
    """What all cases add up to, and the message of the first that says so; None where there is no case."""
    if refusal is not None:
        return refusal.verdict, refusal.message
    if not runs:
        return None, ""
    verdict = settle(run.verdict for run in runs)
    return verdict, next(run.message for run in runs if run.verdict is verdict)


def _text(
    problem: Problem, refusal: Refusal | None, runs: list[ExampleRun], verbose: bool, page: Page
) -> str:
    if refusal is not None:
        head = page.paint(f"{refusal.verdict}, {refusal.verdict.words}", "bold", "red")
        return "\n".join([f"{head}   {problem.slug}", printable(refusal.message), *_detail(refusal)])
    blocks = [run_text(run, verbose, page) for run in runs]
    if not runs:
        blocks.append("There are no cases yet; `judge start` writes a cases.py to begin with.")
    elif all(run.verdict is Verdict.AC for run in runs):
        blocks.append(counts_text(runs, page) + f"   next: judge submit {problem.slug}")
    else:
        blocks.append(counts_text(runs, page))
    return "\n".join(blocks)


def counts_text(runs: list[ExampleRun], page: Page) -> str:
    """How many cases passed, or how many did not."""
    failed = sum(1 for run in runs if run.verdict is not Verdict.AC)
    if failed:
        return page.paint(f"{failed} of {count(len(runs), 'case')} failed", "bold", "red")
    return page.paint(f"all {count(len(runs), 'case')} passed", "bold", "green")


def _detail(refusal: Refusal) -> list[str]:
    return [printable(refusal.detail)] if refusal.detail else []


def run_text(run: ExampleRun, verbose: bool, page: Page) -> str:
    """How one case went, with its calls where it failed."""
    passed = run.verdict is Verdict.AC
    mark = (
        page.paint("passed", "green") if passed else page.paint(f"{run.verdict}, {run.verdict.words}", "red")
    )
    lines = [f"{run.name}: {mark}"]
    if not passed and run.message:
        lines.append(page.wrap(printable(run.message), "  ", "  "))
    if run.calls and (verbose or not passed):
        lines += ["", _calls_table(run, page), ""]
    if run.printed.strip():
        lines.append("  it printed")
        lines += ["    " + line for line in printable(run.printed.rstrip("\n")).split("\n")]
    return "\n".join(lines)


def _calls_table(run: ExampleRun, page: Page) -> str:
    from judge.report.table import table

    cell = max(_LEAST_CELL, (page.width - 12) // 3)
    rows = []
    for call in run.calls:
        texts = (call.text, call.expected, call.actual)
        rows.append(
            [page.paint("!", "red") if not call.ok else " ", *(clipped(printable(t), cell) for t in texts)]
        )
    drawn = table(rows, ["", "call", "expected", "actual"], page)
    return "\n".join("  " + line for line in drawn.splitlines())
