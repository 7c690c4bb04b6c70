"""Time that a worker could have run and was not let: a busy machine is not the contestant's fault.

The wall limit is there for processes that wait for nothing that will come. A process that waits for a core
is another matter, and the kernel counts that: the second number of /proc/<pid>/task/<tid>/schedstat is the
time on a run queue, in nanoseconds (Documentation/scheduler/sched-stats.rst).
"""

from __future__ import annotations

import os

PATIENCE = 4.0
"""The wall limit is extended by at most this many times itself."""


def waited_s(pid: int) -> float:
    """Return the longest time that one thread of a process has stood in a run queue; 0 where unknown."""
    longest_ns = 0
    try:
        for thread in os.listdir(f"/proc/{pid}/task"):
            with open(f"/proc/{pid}/task/{thread}/schedstat", "rb") as stream:
                longest_ns = max(longest_ns, int(stream.read().split()[1]))
    except (OSError, ValueError, IndexError):  # the process is gone, or the kernel does not count
        pass
    return longest_ns / 1e9
