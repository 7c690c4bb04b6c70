"""The one place where an error becomes a line on stderr and an exit code."""

from __future__ import annotations

import errno
import os
import signal
import sys
from collections.abc import Callable
from types import FrameType

from judge.cli.start import INTERRUPTED
from judge.cli.terminal import complain, silence, unwritten
from judge.errors import JudgeError

_UNWRITABLE = (errno.ENOSPC, errno.EBADF, errno.EIO)
"""What writing to a full, a closed or a vanished stdout says."""


def guarded(act: Callable[[], object]) -> int:
    """Do what a command does and return its exit code. Never raises."""
    _end_cleanly_on_signals()
    try:
        code = act()
    except KeyboardInterrupt:
        sys.stderr.write("\n")
        complain("interrupted")
        return INTERRUPTED
    except JudgeError as error:
        complain(str(error))
        return error.exit_code
    except BrokenPipeError:
        silence(sys.stdout)
        return 0
    except OSError as error:
        if error.filename is not None or error.errno not in _UNWRITABLE:
            return _confess(error)
        silence(sys.stdout)  # click writes a help itself
        complain(str(unwritten(error)))
        return JudgeError.exit_code
    except Exception as bug:
        return _confess(bug)
    return code if isinstance(code, int) else 0


def _confess(bug: Exception) -> int:
    from judge.version import __version__

    if os.environ.get("JUDGE_TRACEBACK"):
        import traceback

        traceback.print_exception(bug)
    trace, place = bug.__traceback__, "?"
    while trace is not None:
        code = trace.tb_frame.f_code
        place = f"{'/'.join(code.co_filename.split('/')[-3:])}:{trace.tb_lineno}"
        trace = trace.tb_next
    what = " ".join(str(bug).split())[:200]
    complain(
        f"internal error: {type(bug).__name__}: {what} (at {place}, judge {__version__}, "
        f"Python {sys.version.split()[0]}); please report this line, and what JUDGE_TRACEBACK=1 adds to it"
    )
    return 3


def ask_for_report(problem: str, message: str) -> None:
    """Print the line that a bug report needs, after a judging that ended with IE."""
    from judge.version import __version__

    complain(
        f"the judge failed, not the submission: {problem}: {message} (judge {__version__}, Python "
        f"{sys.version.split()[0]}, {sys.platform}); please report this line"
    )


def _end_cleanly_on_signals() -> None:
    """Unwind on SIGTERM and SIGHUP too, so that boxes are closed when a terminal is."""

    def end(number: int, _frame: FrameType | None) -> None:
        raise SystemExit(128 + number)

    try:
        signal.signal(signal.SIGTERM, end)
        signal.signal(signal.SIGHUP, end)
    except (ValueError, AttributeError):
        return  # not the main thread, or no such signal: the caller has its own arrangement
