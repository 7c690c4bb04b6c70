"""Comma-separated values: a line for each submission, for spreadsheets.

A cell that a spreadsheet would take for a formula gets a quote in front, and control characters are spelled
out: texts come from strangers.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from judge.judgement import Judgement
from judge.wire.lines import printable

COLUMNS = (
    "id",
    "problem",
    "verdict",
    "message",
    "passed",
    "failed",
    "cpu_s",
    "wall_s",
    "peak_memory_bytes",
    "exceeded",
    "path",
    "sha256",
    "seed",
    "judge_version",
)

_FORMULA = ("=", "+", "-", "@", "\t")


def render(judgement: Judgement) -> str:
    """Return the header and one line."""
    return render_all([judgement])


def render_all(judgements: Iterable[Judgement]) -> str:
    """Return the header and a line for each judgement."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for judgement in judgements:
        writer.writerow([_safe(cell) for cell in _row(judgement)])
    return out.getvalue()


def _row(judgement: Judgement) -> tuple[object, ...]:
    exceeded = [cost.operation for cost in judgement.complexity if cost.status == "exceeded"]
    used = judgement.resources
    return (
        judgement.id,
        judgement.problem,
        judgement.verdict.value,
        judgement.message,
        judgement.passed,
        judgement.failed,
        used.cpu_s,
        used.wall_s,
        used.peak_memory_bytes,
        " ".join(exceeded),
        judgement.path,
        judgement.sha256,
        judgement.seed,
        judgement.judge_version,
    )


def _safe(cell: object) -> object:
    if isinstance(cell, str):
        cell = printable(cell)
        if cell.startswith(_FORMULA):
            return "'" + cell
    return cell
