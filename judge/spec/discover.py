"""Where problems are: roots, slugs, and the workspace that a contestant's files belong to."""

from __future__ import annotations

import os
import stat
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from judge.errors import ProblemError, UsageError
from judge.spec.load import load_problem, show
from judge.spec.problem import Problem


class Roots(NamedTuple):
    """The problem roots in force, in the order in which a slug is looked for."""

    folders: tuple[Path, ...]
    workspace: Path
    """Holds submissions/ and .judge/: the nearest folder with problems/, else with one of these."""

    @staticmethod
    def find(extra: Sequence[str | Path] = (), cwd: Path | None = None) -> Roots:
        """Find the roots: `extra`, then JUDGE_PROBLEMS, then the nearest problems/ upwards from `cwd`,
        else the one beside this package.

        Raises UsageError for a named root that is no folder, and where the current folder was deleted.
        """
        here = (cwd or current_folder()).resolve()
        named = _named(extra)
        for folder in named:
            if not _is_folder(folder):
                raise UsageError(f"{folder}: is not a folder of problems")
        found = [folder.resolve() for folder in named]
        home = next((up for up in (here, *here.parents) if _is_folder(up / "problems")), None)
        beside = Path(__file__).resolve().parents[2] / "problems"
        own = home / "problems" if home is not None else beside
        if own.is_dir() and own not in found:
            found.append(own)
        return Roots(tuple(found), home or _workspace(here))

    def slugs(self) -> list[str]:
        """Every slug of every root, sorted, each once. Raises ProblemError for a root that cannot be read."""
        names: set[str] = set()
        for root in self.folders:
            try:
                entries = [entry.name for entry in os.scandir(root) if entry.is_dir()]
            except OSError as error:
                raise ProblemError(f"{show(root)}: cannot be read ({error.strerror})") from None
            names.update(name for name in entries if not name.startswith((".", "_")))
        return sorted(names)

    def load(self, slug: str) -> Problem:
        """Load one problem. Raises UsageError for an unknown slug, ProblemError for an invalid folder."""
        for root in self.folders:
            folder = root / slug
            if slug and "/" not in slug and not slug.startswith(".") and _is_folder(folder):
                return load_problem(folder, root.parent / "reference" / slug)
        raise UsageError(self._unknown(slug))

    def _unknown(self, slug: str) -> str:
        import difflib

        slugs = self.slugs()
        if not slugs:
            return f"no problem {slug!r}: no problem folders were found; give --problems DIR"
        near = difflib.get_close_matches(slug, slugs, 3, 0.4)
        hint = f"did you mean {' or '.join(near)}?" if near else "`judge list` shows them all"
        return f"no problem {slug!r}; {hint}"

    def load_all(self) -> tuple[list[Problem], list[ProblemError]]:
        """Load every problem; the invalid ones come back as their errors, the others still load."""
        problems: list[Problem] = []
        errors: list[ProblemError] = []
        for slug in self.slugs():
            try:
                problems.append(self.load(slug))
            except ProblemError as error:
                errors.append(error)
        return problems, errors


def current_folder() -> Path:
    """Return the current folder. Raises UsageError where it was deleted."""
    try:
        return Path.cwd()
    except FileNotFoundError:
        raise UsageError("the current folder was deleted; go to one that is there") from None


def first_named(extra: Sequence[str | Path] = ()) -> Path | None:
    """Return the first root that is named, in `extra` or JUDGE_PROBLEMS: where new problems go."""
    return next(iter(_named(extra)), None)


def _named(extra: Sequence[str | Path]) -> list[Path]:
    return [Path(item) for item in (*extra, *os.environ.get("JUDGE_PROBLEMS", "").split(os.pathsep)) if item]


def _workspace(here: Path) -> Path:
    """The nearest folder upwards that has submissions/ or .judge/, else `here`.

    Not looked for in the home folder, where all else lies too, nor above it or above a repository, nor where
    everybody may write: in /tmp the history would be a stranger's.
    """
    home = os.path.realpath(os.path.expanduser("~"))  # noqa: PTH111 - pathlib raises where there is none
    for up in (here, *here.parents):
        try:
            if up != here and (str(up) == home or up.stat().st_mode & stat.S_IWOTH):
                break
        except OSError:
            break
        if _is_folder(up / ".judge") or _is_folder(up / "submissions"):
            return up
        if os.path.lexists(up / ".git"):
            break
    return here


def _is_folder(path: Path) -> bool:
    """Like is_dir(), and False for what may not be looked at, or has too long a name."""
    try:
        return path.is_dir()
    except OSError:
        return False
