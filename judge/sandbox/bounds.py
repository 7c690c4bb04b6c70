"""What one wait for a worker may take: the session's own limits, or tighter ones of that wait."""

from __future__ import annotations

from typing import NamedTuple

from judge.sandbox.contract import Limits

OF_SESSION, OF_RUN = "of the session", "of this run"
"""Whose limit it is, as contestants are told."""


class Bounds(NamedTuple):
    """When a wait is over: moments on the monotonic clock, and CPU time since the session's start."""

    begin_s: float
    """When the wait began."""
    deadline_s: float
    wall_limit_s: float
    """How many seconds the limit is that the deadline comes from."""
    wall_whose: str
    cpu_limit_s: float
    """Of a run: on top of what the session had used before."""
    cpu_whose: str
    final: bool
    """False where somebody is asked, once one is met, what the wait may take after all."""


class Wait(NamedTuple):
    """One wait's beginning, from which its bounds are made, and made again when they are extended."""

    limits: Limits
    start_s: float
    """When the session began."""
    begin_s: float
    begin_cpu_s: float

    def bounds(self, cpu_s: float | None, wall_s: float | None, *, final: bool) -> Bounds:
        """Return the bounds of a wait of so many CPU and wall seconds; None: as many as the session has."""
        wall_limit_s, wall_whose = self.limits.wall_s, OF_SESSION
        deadline_s = self.start_s + wall_limit_s
        if wall_s is not None and self.begin_s + wall_s < deadline_s:
            wall_limit_s, wall_whose = wall_s, OF_RUN
            deadline_s = self.begin_s + wall_s
        cpu_limit_s, cpu_whose = self.limits.cpu_s, OF_SESSION
        if cpu_s is not None and self.begin_cpu_s + cpu_s < cpu_limit_s:
            cpu_limit_s, cpu_whose = self.begin_cpu_s + cpu_s, OF_RUN
        return Bounds(self.begin_s, deadline_s, wall_limit_s, wall_whose, cpu_limit_s, cpu_whose, final)
