"""A practice judge for coding interview rounds.

The package's public Python interface is `Judge` and `Report` (see `judge.api`); everything else is
reached through the `judge` command. Importing this package loads nothing: the worker inside the
sandbox imports `judge.wire` through it and must not pay for, or see, anything else.
"""

from __future__ import annotations

TYPE_CHECKING = False  # the typing module costs 4 ms, and the worker pays it too

if TYPE_CHECKING:
    from judge.api import Judge as Judge
    from judge.api import Report as Report
    from judge.version import __version__ as __version__

__all__ = ["Judge", "Report", "__version__"]


def __getattr__(name: str) -> object:
    if name == "__version__":
        from judge.version import __version__

        return __version__
    if name in ("Judge", "Report"):
        from judge import api

        return vars(api)[name]
    raise AttributeError(f"module 'judge' has no attribute {name!r}")
