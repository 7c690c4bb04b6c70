"""The formats by name. Each is a module of this room with `render(judgement) -> str`, imported when used."""

from __future__ import annotations

from importlib import import_module

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


def render(name: str, judgement: Judgement) -> str:
    """Render one judgement in a format of `FORMATS` other than `text` and `html`, which take more.

    Raises UsageError for a format that this installation does not have.
    """
    try:
        module = import_module(f"judge.report.{name}")
    except ModuleNotFoundError as missing:
        if missing.name != f"judge.report.{name}":
            raise
        raise UsageError(f"this installation has no {name} reports") from None
    return str(module.render(judgement))
