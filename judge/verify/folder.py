"""Is the folder complete: every file known, nothing left to write, enough of everything?"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from judge.spec.load import is_litter, show
from judge.spec.problem import Problem
from judge.spec.scaffold import MARK
from judge.verify.report import Check

FEWEST_WRONG = 6
FEWEST_ACCEPTED = 2
FEWEST_HINTS = 3


def check_folder(problem: Problem) -> Check:
    """Check what is there, without running anything."""
    files = sorted(_files(problem))
    faults = [fault for path in files for fault in _left_to_write(path)]
    faults += _unknown_in_reference(problem)
    faults += _unnamed_ideas(problem)
    toml, wrong = show(problem.folder / "problem.toml"), len(problem.wrong())
    if wrong < FEWEST_WRONG:
        where = show(problem.folder / "wrong")
        faults.append(
            f"{where}: has {wrong} files, {FEWEST_WRONG} are asked; add mistakes that people really make"
        )
    if len(problem.accepted()) < FEWEST_ACCEPTED:
        where = show(problem.reference_folder)
        faults.append(f"{where}: holds only the reference; add an accepted solution in another style")
    if len(problem.hints) < FEWEST_HINTS:
        faults.append(f"{toml}: hints: has {len(problem.hints)}, {FEWEST_HINTS} are asked")
    if not problem.follow_ups:
        faults.append(f"{toml}: follow_ups is empty; say what an interviewer asks next")
    statement = problem.statement.read_text(encoding="utf-8")
    if "\n## Constraints" not in statement:
        faults.append(f"{show(problem.statement)}: has no section `## Constraints`; add the legal arguments")
    return Check("folder", f"{len(files)} files", tuple(faults))


def _files(problem: Problem) -> Iterator[Path]:
    for folder in (problem.folder, problem.reference_folder):
        for path in folder.rglob("*"):
            if path.is_file() and not is_litter(path) and "__pycache__" not in path.parts:
                yield path


def _left_to_write(path: Path) -> Iterator[str]:
    text = path.read_text(encoding="utf-8", errors="replace")
    for number, line in enumerate(text.splitlines(), 1):
        if MARK in line:
            yield f"{show(path)}:{number}: a {MARK} is left; do what it says and remove it"


def _unknown_in_reference(problem: Problem) -> Iterator[str]:
    for path in sorted(problem.reference_folder.iterdir()):
        if (path.suffix != ".py" or path.name.startswith(".")) and not is_litter(path):
            yield f"{show(path)}: is not an accepted solution; remove it, or name it .py"


def _unnamed_ideas(problem: Problem) -> Iterator[str]:
    for path in problem.wrong():
        text = path.read_text(encoding="utf-8", errors="replace")
        if not text.lstrip().startswith("#") and not _docstring(text):
            yield f"{show(path)}:1: must begin with a comment that names the wrong idea"


def _docstring(text: str) -> str:
    try:
        return ast.get_docstring(ast.parse(text)) or ""
    except SyntaxError:
        return ""  # a file that must not compile is judged like any other
