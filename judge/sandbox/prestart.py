"""A head start: spawn the local zygote before the rest of a command is imported."""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from judge.sandbox.contract import Sandbox

_started: list[Sandbox] = []


def begin() -> None:
    """Start the default local sandbox where there is one; it warms up while other things are imported."""
    if sys.platform.startswith("linux") and not _started:
        from judge.sandbox.local import LocalBackend

        _started.append(LocalBackend().start())


def take(name: str) -> Sandbox | None:
    """Hand over the sandbox that was started ahead, once, when it is of the kind that `name` asks for."""
    return _started.pop() if name in ("auto", "local") and _started else None
