"""What one box has used: CPU time, peak memory and wall time, on top of the bare worker.

Read from outside the worker. Each look costs, so this module also says when the next one can show something:
CPU time cannot reach a limit sooner than every core that the box may use lets it.
"""

from __future__ import annotations

import math
import os
import time

from judge.sandbox.contract import Usage
from judge.sandbox.folder import is_over

TYPE_CHECKING = False

if TYPE_CHECKING:
    from judge.sandbox.box import Box
    from judge.sandbox.ending import Exit

MEMORY_LOOK_S = 0.01
"""Between two looks at the peak of resident memory, which cost 50 us each."""

FOLDER_LOOK_S = 0.1
"""Between two looks at a work folder on disk, which takes a hundred megabytes meanwhile, not gigabytes."""

FOLDER_SHARE = 20
"""A look at a full folder takes milliseconds; the next one is at least so many times as far away."""


class Meter:
    """The clocks of a box, from the moment that it was handed over until it was collected."""

    def __init__(self, box: Box, cores: int) -> None:
        """`cores`: on so many at once the box can burn CPU time."""
        self.start_s = time.monotonic()
        self.cpu_s = 0.0
        """CPU seconds at the last look."""
        self.memory_due_s = 0.0
        """When (monotonic) the next look at the memory is worth its price."""
        # Read before the submission runs: what cannot be read later, it hid
        self.folder_due_s = self.start_s if box.folder and os.access(box.folder, os.R_OK) else math.inf
        """When (monotonic) to look at the work folder."""
        self._box = box
        self._cores = cores
        self._cpu_seen_at_s = -math.inf
        self._end_s: float | None = None
        self._base_cpu_s = box.cpu_time_s()
        self._base_peak_bytes = self._peak_bytes = box.peak_memory_bytes()

    @property
    def peak_bytes(self) -> int:
        """The most memory seen above the bare worker's, or in all where the bare worker's is not known."""
        return self._peak_bytes - self._base_peak_bytes

    def cpu_due_s(self, limit_s: float) -> float:
        """Return the earliest moment (monotonic) at which a CPU limit can be met."""
        return self._cpu_seen_at_s + (limit_s - self.cpu_s) / self._cores

    def look_at_cpu(self) -> float:
        """Return the CPU seconds so far. Exact only while the worker waits for a frame."""
        if self._end_s is None:
            self._cpu_seen_at_s = time.monotonic()
            self.cpu_s = self._box.cpu_time_s() - self._base_cpu_s
        return self.cpu_s

    def look_at_memory(self) -> int:
        """Return the peak above the bare worker's; 0 where it cannot be read."""
        self.memory_due_s = time.monotonic() + MEMORY_LOOK_S
        if self._end_s is None:
            self._peak_bytes = max(self._peak_bytes, self._box.peak_memory_bytes())
        return max(0, self.peak_bytes) if self._base_peak_bytes else 0

    def is_folder_over(self, most_bytes: int) -> bool:
        """Whether its files on disk take more than that."""
        begin_s = time.monotonic()
        found = is_over(self._box.folder, most_bytes)
        now_s = time.monotonic()
        self.folder_due_s = now_s + max(FOLDER_LOOK_S, FOLDER_SHARE * (now_s - begin_s))
        return found

    def settle(self, exited: Exit) -> None:
        """Take over what the kernel says of a collected worker; nothing is looked at afterwards."""
        self._end_s = time.monotonic()
        self.cpu_s = max(self.cpu_s, exited.cpu_s - self._base_cpu_s)
        self._peak_bytes = max(self._peak_bytes, exited.peak_memory_bytes)

    def usage(self) -> Usage:
        """Return what was used until now, or until the end."""
        cpu_s, peak_bytes = self.look_at_cpu(), self.look_at_memory()
        return Usage(cpu_s, self.wall_s(), peak_bytes)

    def wall_s(self) -> float:
        """Return the seconds until now, or until the end."""
        return (time.monotonic() if self._end_s is None else self._end_s) - self.start_s
