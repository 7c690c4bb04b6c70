"""The live line: what a judging is doing now, on a terminal's stderr, wiped when it ends."""

from __future__ import annotations

import os
import sys
import time
from typing import TYPE_CHECKING

from judge.cli.terminal import is_terminal
from judge.report.page import Page, clipped
from judge.wire.lines import printable

if TYPE_CHECKING:
    from judge.request import Progress

_PERIOD_S = 0.05
_WORDS = {
    "load": "getting ready",
    "corpus": "drawing the hidden tests (kept for next time)",
    "cases": "trying the examples and your own cases",
    "tests": "testing",
    "confirm": "repeating the failure",
    "shrink": "making the failing case smaller",
    "explore": "exploring fresh cases",
    "measure": "measuring",
}


class LiveLine:
    """Shows progress; silent where stderr is not a terminal. Use as a context manager."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._on = is_terminal(sys.stderr) and os.environ.get("TERM") != "dumb"
        self._last_s = 0.0
        self._phase = ""
        self._written = False
        self._text = ""

    def __call__(self, progress: Progress) -> None:
        """Show one step; most are skipped, a terminal needs no more than twenty a second."""
        now = time.monotonic()
        if not self._on or (progress.phase == self._phase and now - self._last_s < _PERIOD_S):
            return
        self._last_s, self._phase = now, progress.phase
        self.show(words(progress))

    def show(self, text: str) -> None:
        """Put a text on the line, where there is one and it says something new."""
        line = clipped(self._page.fit(text), self._page.width - 1)
        if self._on and line != self._text:
            self._text = line
            self._write(line)

    def wipe(self) -> None:
        """Clear the line for other output."""
        if self._written:
            self._write("")
        self._text, self._written = "", False

    def _write(self, text: str) -> None:
        try:
            sys.stderr.write(f"\r{text}\x1b[K")
            sys.stderr.flush()
            self._written = True
        except (OSError, ValueError):
            self._on = False

    def __enter__(self) -> LiveLine:
        return self

    def __exit__(self, *exc: object) -> None:
        self.wipe()


def words(progress: Progress) -> str:
    """One step in words: `testing 320/1,024`, `measuring push (2/4)`."""
    said = _WORDS.get(progress.phase, progress.phase)
    if progress.phase == "measure" and progress.detail:
        said += f" {progress.detail}"
    if progress.total > 1:
        said += f" {progress.done:,}/{progress.total:,}"
    if progress.phase not in ("measure", "corpus") and progress.detail:
        said += f", {progress.detail}"
    return printable(said)
