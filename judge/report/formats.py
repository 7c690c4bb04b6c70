"""The formats by name. Each is a module of this room with `render(judgement) -> str`, imported when used.

Formats of one document for many judgements have `render_all(judgements) -> str` too; those in `SINGLE` are
read by systems that want a file for each submission.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from types import ModuleType

from judge.errors import UsageError
from judge.judgement import Judgement

FORMATS = (
    "text",
    "json",
    "html",
    "markdown",
    "junit",
    "ctrf",
    "csv",
    "gradescope",
    "exercism",
    "prairielearn",
)

SINGLE = {"html": ".html", "gradescope": ".json", "exercism": ".json", "prairielearn": ".json"}
"""Formats of one file for each submission, with how its name ends."""


def render(name: str, judgement: Judgement) -> str:
    """Render one judgement in a format of `FORMATS` other than `text` and `html`, which take more.

    Raises UsageError for a format that this installation does not have.
    """
    return str(_module(name).render(judgement))


def render_all(name: str, judgements: Iterable[Judgement]) -> str:
    """Render many judgements as one document, in a format that is not in `SINGLE`. Raises UsageError."""
    if name in SINGLE:
        raise UsageError(f"{name} has one file for each submission")
    return str(_module(name).render_all(judgements))


def write_each(name: str, judgements: Iterable[Judgement], folder: Path) -> int:
    """Write a file for each judgement, named by its id, and return how many. Raises UsageError, OSError."""
    module = _module(name)
    folder.mkdir(parents=True, exist_ok=True)
    count = 0
    for count, judgement in enumerate(judgements, 1):  # noqa: B007 - returned
        (folder / file_name(judgement.id, SINGLE[name])).write_text(
            str(module.render(judgement)), encoding="utf-8", errors="backslashreplace"
        )
    return count


def file_name(id: str, ending: str) -> str:
    """Return a file name for an id: itself where it is harmless, else made so, with `~` and part of its hash.

    No harmless id has a `~`, so no id has the name of another.
    """
    plain = re.sub(r"[^A-Za-z0-9._-]+", "_", id.removesuffix(".py"))[:80].lstrip(".") or "submission"
    if plain != id:
        plain += "~" + sha256(id.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return plain + ending


def _module(name: str) -> ModuleType:
    try:
        return import_module(f"judge.report.{name}")
    except ModuleNotFoundError as missing:
        if missing.name != f"judge.report.{name}":
            raise
        raise UsageError(f"this installation has no {name} reports") from None
