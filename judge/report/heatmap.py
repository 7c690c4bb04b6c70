"""A calendar of activity: a column per week, a row per day, the more the darker."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from judge.report.page import Page

_DAYS = ("Mon", "   ", "Wed", "   ", "Fri", "   ", "Sun")
_UNICODE = "·░▒▓█"
_ASCII = ".-+*#"
_STEPS = (1, 3, 6, 10)
"""The least numbers of judgings of the four darker steps."""
_WEEKS = 53


def heatmap(counts: Mapping[datetime.date, int], today: datetime.date, page: Page) -> str:
    """Draw the last weeks, as many as the page is wide enough for (a year at most)."""
    weeks = min(_WEEKS, (page.width - 4) // 2)
    monday = today - datetime.timedelta(days=today.weekday() + 7 * (weeks - 1))
    shades = _UNICODE if page.unicode else _ASCII
    lines = ["    " + _months(monday, weeks)]
    for row, name in enumerate(_DAYS):
        cells = []
        for week in range(weeks):
            day = monday + datetime.timedelta(days=7 * week + row)
            step = sum(counts.get(day, 0) >= least for least in _STEPS)
            shade = " " if day > today else shades[step]
            cells.append(page.paint(shade, "green") if step else shade)
        lines.append(f"{name} " + " ".join(cells))
    scale = " ".join(shades)
    lines.append(f"    less {scale} more ({', '.join(str(s) for s in (0, *_STEPS))} judgings and up)")
    return "\n".join(line.rstrip() for line in lines)


def _months(monday: datetime.date, weeks: int) -> str:
    line = [" "] * (2 * weeks + 3)
    month = 0
    for week in range(weeks):
        day = monday + datetime.timedelta(days=7 * week)
        if day.month != month and (week == 0 or day.day <= 7):
            month = day.month
            if week + 1 < weeks:
                line[2 * week : 2 * week + 3] = day.strftime("%b")[:3].ljust(3)
    return "".join(line).rstrip()
