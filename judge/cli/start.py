"""The console entry. Imports nothing third-party until the box is already starting.

Building the box and importing click each cost tens of milliseconds on different processes; `judge
submit` starts the first before the second so that they overlap.
"""

from __future__ import annotations

import gc
import os
import sys

INTERRUPTED = 130
_JUDGING = ("submit", "test")
COLLECT_AFTER = 50_000
"""Allocations between collections of the youngest objects: imports allocate much and free nothing, and
Python's own 700 makes it look through all of it again and again."""


def main() -> int:
    """Run the `judge` command on `sys.argv` and return its exit code."""
    gc.set_threshold(COLLECT_AFTER, 20, 20)
    _open_missing_streams()
    arguments = sys.argv[1:]
    try:
        if judges(arguments):
            _prestart()
        code = _run(arguments)
        gc.freeze()  # nothing is left to find, but the interpreter's end would look for it, for 10 ms
        return code
    except KeyboardInterrupt:  # so early, or so late, that nothing else caught it
        sys.stderr.write("judge: interrupted\n")
        return INTERRUPTED


def _open_missing_streams() -> None:
    """Give a command that was started with `>&-` or `2>&-` its three streams.

    Otherwise the next file or socket that is opened becomes stdin, stdout or stderr. What is said on stderr
    is lost then; an answer that cannot be written on stdout is an error, as on a full disk.
    """
    for fd, mode in enumerate((os.O_RDONLY, os.O_RDONLY, os.O_WRONLY)):
        try:
            os.fstat(fd)
        except OSError:
            os.open(os.devnull, mode)  # takes the lowest number that is free
    if sys.stdout is None:
        sys.stdout = os.fdopen(1, "w", closefd=False)
    if sys.stderr is None:
        sys.stderr = os.fdopen(2, "w", closefd=False)


def judges(arguments: list[str]) -> bool:
    """Tell from the raw arguments, at no cost, whether a box of the usual kind will be needed."""
    if not arguments or arguments[0] not in _JUDGING:
        return False
    return not any(word == "--help" or word.startswith("--sandbox") for word in arguments)


def _prestart() -> None:
    try:
        from judge.sandbox import prestart

        prestart.begin()
    except Exception:
        # Only a head start: the engine builds the box again and says what is wrong with it.
        return


def _run(arguments: list[str]) -> int:
    from judge.cli.plain import is_plain, submit_plainly

    if is_plain(arguments):
        from judge.cli.guard import guarded

        return guarded(lambda: submit_plainly(arguments))
    from judge.cli.shell import run

    return run(arguments)


if __name__ == "__main__":
    sys.exit(main())
