"""The walls: how a worker process is boxed in, spoken to, watched and ended.

In comes a `Launch` (limits, packages that the problem names) and frames to send; out come the worker's
frames, its usage measured from outside, and, when it does not end well, an `Ending` that says which
limit it met. Nothing that comes out of a box is trusted: this room caps sizes and time, and hands the
bytes on unread.

    Backend   a way to build boxes on this machine: `local`, `docker`, `none`
    Sandbox   a started backend (the zygote or the container is warm); opens sessions; thread-safe
    Session   one worker process in its box, over a private descriptor, with the watchdog
"""

from __future__ import annotations

TYPE_CHECKING = False  # the typing module costs 4 ms; see contract.py

if TYPE_CHECKING:
    from judge.sandbox.contract import MIB as MIB
    from judge.sandbox.contract import Backend as Backend
    from judge.sandbox.contract import Ending as Ending
    from judge.sandbox.contract import Launch as Launch
    from judge.sandbox.contract import Layer as Layer
    from judge.sandbox.contract import Limits as Limits
    from judge.sandbox.contract import Output as Output
    from judge.sandbox.contract import Sandbox as Sandbox
    from judge.sandbox.contract import Session as Session
    from judge.sandbox.contract import SessionEnded as SessionEnded
    from judge.sandbox.contract import Usage as Usage

__all__ = [
    "MIB",
    "Backend",
    "Ending",
    "Launch",
    "Layer",
    "Limits",
    "Output",
    "Sandbox",
    "Session",
    "SessionEnded",
    "Usage",
]


def __getattr__(name: str) -> object:
    if name in __all__:
        from judge.sandbox import contract

        globals().update({each: vars(contract)[each] for each in __all__})
        return globals()[name]
    raise AttributeError(f"module 'judge.sandbox' has no attribute {name!r}")
