"""Tables for the terminal, drawn by tabulate, that stay within the page."""

from __future__ import annotations

from collections.abc import Sequence

from judge.report.page import Page

_GAP = 2
"""Between columns; tabulate keeps as much beside a header, too."""
_NARROWEST_CELL = 12


def table(rows: Sequence[Sequence[str]], headers: Sequence[str], page: Page, flexible: str = "") -> str:
    """Draw a table; the column named `flexible` is wrapped where the page is too narrow for it."""
    from tabulate import tabulate

    limits: list[int | None] = [None] * len(headers)
    if flexible:
        at = list(headers).index(flexible)
        widths = [
            max([len(header) + _GAP] + [_visible(row[column]) for row in rows])
            for column, header in enumerate(headers)
        ]
        spare = page.width - sum(width + _GAP for i, width in enumerate(widths) if i != at)
        if widths[at] > spare:
            limits[at] = max(_NARROWEST_CELL, spare)
    return tabulate(
        rows,
        headers=list(headers),
        tablefmt="simple",
        disable_numparse=True,
        maxcolwidths=limits if rows else None,
    )


def _visible(cell: str) -> int:
    import re

    return len(re.sub("\x1b\\[[0-9;]*m", "", cell))
