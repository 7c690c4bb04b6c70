"""How a session's end is put into words: the limit that was met, or how the process ended."""

from __future__ import annotations

import os
import signal
from typing import NamedTuple

from judge.sandbox.contract import MIB, Ending, Limits
from judge.verdict import Verdict

NEAR = 0.9
"""A crash with this share of the memory limit in use is blamed on the limit."""

_SIGNALS = {
    signal.SIGSEGV: "segmentation fault, or an abort; often runaway recursion",
    signal.SIGABRT: "aborted by the C library or the interpreter",
    signal.SIGFPE: "arithmetic fault in C code",
    signal.SIGILL: "illegal instruction",
    signal.SIGBUS: "bad memory access",
    signal.SIGSYS: "a system call that the sandbox forbids",
    signal.SIGKILL: "killed",
    signal.SIGTERM: "terminated",
    signal.SIGALRM: "its own alarm clock",
}


class Exit(NamedTuple):
    """A collected process."""

    status: int
    """As waitpid gives it."""
    cpu_s: float
    peak_memory_bytes: int
    out_of_memory: bool = False
    """The kernel ended it for its memory limit."""


def over_cpu(limit_s: float, which: str) -> str:
    """The words for a CPU limit that was met."""
    return f"over the CPU time limit {which} ({limit_s:.3g} s)"


def over_wall(limit_s: float, which: str, cpu_s: float) -> str:
    """The words for a wall limit that was met."""
    return f"over the wall time limit {which} ({limit_s:.3g} s, {cpu_s:.2g} s of it on the CPU)"


def over_output(limit_bytes: int) -> str:
    """The words for an output limit that was met."""
    return f"printed more than {_size(limit_bytes)}"


def over_work(limit_bytes: int) -> str:
    """The words for a work folder that became too large."""
    return f"wrote more than {_size(limit_bytes)} into files"


def over_memory(limit_bytes: int) -> str:
    """The words for a memory limit that was met."""
    return f"needed more memory than the limit of {_size(limit_bytes)}"


def _size(count: int) -> str:
    return f"{count // MIB} MiB" if count >= MIB else f"{count} bytes"


def name_exit(exited: Exit, limits: Limits, confined: bool, cpu_s: float, peak_bytes: int) -> Ending:
    """Say how a worker ended that was not ended by the judge. `peak_bytes` is above the bare worker."""
    if exited.out_of_memory:
        return Ending(Verdict.MLE, over_memory(limits.memory_bytes))
    if max(cpu_s, exited.cpu_s) >= limits.cpu_s and os.WIFSIGNALED(exited.status):
        return Ending(Verdict.TLE, over_cpu(limits.cpu_s, "of the session"))
    if not os.WIFSIGNALED(exited.status):
        code = os.waitstatus_to_exitcode(exited.status)
        return Ending(Verdict.RTE, f"the process exited (status {code}) in the middle of the judging")
    number = os.WTERMSIG(exited.status)
    if confined and peak_bytes >= NEAR * limits.memory_bytes:
        return Ending(Verdict.MLE, over_memory(limits.memory_bytes))
    try:
        name = signal.Signals(number).name
    except ValueError:
        name = f"signal {number}"
    words = _SIGNALS.get(number)  # type: ignore[call-overload]
    return Ending(Verdict.RTE, f"crashed: {name}" + (f", {words}" if words else ""))
