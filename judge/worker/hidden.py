"""What of the worker is out of the submission's sight.

A submission that looks through `sys.modules` does not see whether it is being measured, nor does it find what
measures it, and it cannot make `tracemalloc` forget a peak where one is measured. Who walks the frames of its
callers finds both still: right answers and limits are told outside, and growth is evidence about honest code.
"""

from __future__ import annotations

import _tracemalloc
import sys
from types import ModuleType

_kept: dict[str, ModuleType] = {}


class tracing:
    """The functions of `tracemalloc`, as they were before a submission could get hold of them."""

    start = staticmethod(_tracemalloc.start)
    stop = staticmethod(_tracemalloc.stop)
    reset_peak = staticmethod(_tracemalloc.reset_peak)
    traced_memory = staticmethod(_tracemalloc.get_traced_memory)


def hide() -> None:
    """Take the judge's modules out of `sys.modules`."""
    for name in [name for name in sys.modules if name == "judge" or name.startswith("judge.")]:
        _kept[name] = sys.modules.pop(name)


def keep_peaks() -> None:
    """Take from `tracemalloc` what forgets; where memory is not bounded, a submission may well use it."""
    for name in ("stop", "reset_peak", "clear_traces"):
        setattr(_tracemalloc, name, lambda: None)


class Shown:
    """While it is entered the judge's modules can be imported."""

    def __enter__(self) -> None:
        sys.modules.update(_kept)

    def __exit__(self, *exc: object) -> None:
        hide()
