"""Where the commands write: stdout for the answer, stderr for all else; width, colour and alphabet."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from typing import TextIO

from judge.errors import JudgeError
from judge.report.page import Page
from judge.wire.lines import printable, without_controls

_NARROWEST = 40
_WIDEST = 120


def page_of(stream: TextIO, colour: bool = True) -> Page:
    """Find out what a stream can show."""
    tty = is_terminal(stream)
    plain = not tty or not colour or "NO_COLOR" in os.environ or os.environ.get("TERM") == "dumb"
    return Page(width=width_of(stream), colour=not plain, unicode=_has_unicode(stream))


def is_terminal(stream: TextIO) -> bool:
    """Whether a person looks at this stream."""
    try:
        return stream.isatty()
    except ValueError:
        return False  # closed


def width_of(stream: TextIO) -> int:
    """Columns of the terminal, from COLUMNS or the terminal itself; 80 where neither knows."""
    columns = os.environ.get("COLUMNS", "")
    if columns.isdigit() and int(columns) > 0:
        width = int(columns)
    else:
        try:
            width = os.get_terminal_size(stream.fileno()).columns or 80
        except (OSError, ValueError):
            width = 80
    return max(_NARROWEST, min(width, _WIDEST))


def _has_unicode(stream: TextIO) -> bool:
    try:
        "…×█→".encode(stream.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


class Terminal:
    """The two streams of one command. A reader that goes away (`| head`) silences it, no more."""

    def __init__(self, *, colour: bool = True) -> None:
        for stream in (sys.stdout, sys.stderr):
            # Lone surrogates and letters that the stream lacks must never stop a report.
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(errors="backslashreplace")
        self.page = page_of(sys.stdout, colour)
        self.aside_page = page_of(sys.stderr, colour)
        self.gone = False
        """Whether the reader of stdout went away."""

    def say(self, text: str = "") -> None:
        """Print part of the answer on stdout."""
        self.gone = not _write(sys.stdout, _on(self.page, text) + "\n") or self.gone

    def document(self, document: Mapping[str, object]) -> None:
        """Print the one JSON document of a command on stdout."""
        from judge.report import json

        _write(sys.stdout, json.write(document) + "\n")

    def aside(self, text: str) -> None:
        """Print something that is not the answer, on stderr."""
        _write(sys.stderr, _on(self.aside_page, text) + "\n")

    def warn(self, text: str) -> None:
        """Print a warning on stderr."""
        self.aside(self.aside_page.paint("judge: warning: ", "yellow") + printable(text))


def _on(page: Page, text: str) -> str:
    """A text as a page shows it: without colour, nothing is a control code, be it in a file's name."""
    return page.fit(text if page.colour else without_controls(text))


def complain(text: str) -> None:
    """Print the one line of an error on stderr."""
    page = page_of(sys.stderr, colour="--no-color" not in sys.argv)  # a usage error comes before options
    _write(sys.stderr, page.fit(page.paint("judge: ", "red") + printable(text)) + "\n")


def _write(stream: TextIO, text: str) -> bool:
    """Write and flush; False where the reader went away, and the exit code alone still counts.

    Raises JudgeError where the answer cannot be written: a script must not take nothing for an answer.
    """
    try:
        stream.write(text)
        stream.flush()
    except BrokenPipeError:
        silence(stream)
        return False
    except (OSError, ValueError) as error:
        silence(stream)
        if stream is sys.stdout:
            raise unwritten(error) from None
        return False
    return True


def unwritten(error: Exception) -> JudgeError:
    """Return the error for an answer that could not be written on stdout."""
    return JudgeError(f"stdout: the answer cannot be written ({getattr(error, 'strerror', None) or error})")


def silence(stream: TextIO) -> None:
    """Point a stream that nobody reads at nothing, so that the interpreter's last flush is quiet."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
    except (OSError, ValueError):
        return
