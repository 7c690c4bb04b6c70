"""Which problem and which file a command line means."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from judge.errors import NothingToJudge, UsageError

if TYPE_CHECKING:
    from judge.cli.place import Place

_BESIDE = Path("solution.py")
"""The submission where the current folder is its own."""


class Target(NamedTuple):
    """A problem's slug and the file to judge."""

    slug: str
    path: Path


def target_of(place: Place, slug: str | None, file: str | None, *, verb: str = "submit") -> Target:
    """Settle slug and file from what was given.

    Two words are SLUG FILE; one is a slug, or else a path that names the problem: a component of it, or the
    file's name without `.py`, is a slug. Without a word the current folder names the problem, and its
    solution.py is meant where there is one. `verb` is the command, for messages. Raises UsageError, or
    NothingToJudge with the command that helps.
    """
    slugs = place.roots.slugs()
    if slug is not None and file is not None:
        if slug not in slugs and file in slugs:
            raise UsageError(f"the problem comes first: judge {verb} {file} {slug}")
        return Target(slug, Path(file))
    if slug is None:
        named = named_by(Path.cwd(), slugs)
        if named is None:
            raise UsageError(
                f"which problem? Give a slug, as in `judge {verb} min-stack`; `judge list` shows them"
            )
        return Target(named, _BESIDE) if _BESIDE.exists() else _own(place, named)
    if slug in slugs:
        return _own(place, slug)
    if not _looks_like_path(slug):
        place.roots.load(slug)  # raises, naming the nearest slugs
    path = Path(slug)
    named = named_by(path if path.is_absolute() else Path.cwd() / path, slugs)
    if named is None:
        raise UsageError(f"{slug}: cannot tell from its path which problem this is for; give SLUG FILE")
    return Target(named, path)


def solution_path(place: Place, slug: str) -> Path:
    """Where the contestant's file for a problem lives; relative to the current folder where it is inside."""
    return shown(place.submissions / slug / "solution.py")


def shown(path: Path) -> Path:
    """A path as people want to read it: relative where it is below the current folder."""
    try:
        return path.relative_to(Path.cwd())
    except ValueError:
        return path


def _own(place: Place, slug: str) -> Target:
    path = solution_path(place, slug)
    if not path.exists():
        if named_by(Path.cwd(), [slug]) and _BESIDE.exists():
            return Target(slug, _BESIDE)
        raise NothingToJudge(f"{path}: no submission yet; begin with `judge start {slug}`")
    return Target(slug, path)


def _looks_like_path(word: str) -> bool:
    # lexists() answers for any word; Path.exists() raises for what is too long, or may not be looked at
    return os.sep in word or word.endswith(".py") or os.path.lexists(word)


def named_by(path: Path, slugs: list[str]) -> str | None:
    """The slug that a path names: its file's name, or the nearest folder; None where there is none."""
    known = set(slugs)
    for part in (path.stem, *reversed(path.parts)):
        if part in known:
            return part
        if part.replace("_", "-") in known:  # Python files are often named with underscores
            return part.replace("_", "-")
    return None
