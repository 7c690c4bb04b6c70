"""Single keys from a terminal, and the terminal given back as it was."""

from __future__ import annotations

import os
import re
import sys
from types import TracebackType

_SEQUENCE = re.compile(r"\x1b[\[O][0-?]*[ -/]*[@-~]")
"""What arrows, Home and the function keys send (ECMA-48: CSI, and SS3); its last letter is no key."""
_BEGUN = re.compile(r"\x1b([\[O][0-?]*[ -/]*)?\Z")
"""A sequence whose rest comes with the next read."""


class Keys:
    """Reads single keys while it is entered; does nothing where stdin is no terminal of ours."""

    def __init__(self) -> None:
        self._saved: list[object] | None = None
        self._begun = ""
        self.fd = -1
        """stdin's descriptor, readable when a key waits; -1 where there are no keys."""

    def __enter__(self) -> Keys:
        try:
            fd = sys.stdin.fileno()
            # A background job that changes the terminal is stopped by it: leave the keys to others.
            if not os.isatty(fd) or os.tcgetpgrp(fd) != os.getpgrp():
                return self
            import termios
            import tty

            self._saved = termios.tcgetattr(fd)
            tty.setcbreak(fd, termios.TCSANOW)
            self.fd = fd
        except (OSError, ValueError, ImportError):
            self.fd = -1
        return self

    def read(self) -> str:
        """The letters that wait, lower case, without Home, F1 and the like; `q` when the terminal is gone."""
        try:
            data = os.read(self.fd, 32)
        except OSError:
            return "q"
        if not data:
            return "q"
        text = _SEQUENCE.sub("", self._begun + data.decode("ascii", "ignore"))
        begun = _BEGUN.search(text)
        self._begun = begun[0] if begun else ""
        return text.removesuffix(self._begun).lower()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._saved is None:
            return
        import termios

        try:
            termios.tcsetattr(self.fd, termios.TCSADRAIN, self._saved)  # type: ignore[arg-type]
        except (OSError, termios.error):
            return
