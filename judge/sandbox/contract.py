"""The nouns that every backend of the sandbox shares: bounds, usage, endings, and three protocols.

Kept apart from the room's `__init__` so that starting a zygote, the first thing that a cold
`judge submit` does, pays neither for dataclasses nor for typing.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, Protocol

from judge.errors import JudgeError
from judge.verdict import Verdict

MIB = 1024 * 1024


class Limits(NamedTuple):
    """Enforced bounds of one session. They are bounds on the whole box, every thread and child."""

    cpu_s: float = 10.0
    """CPU seconds since the session's start."""
    wall_s: float = 30.0
    """Seconds on the wall clock since the session's start."""
    memory_bytes: int = 512 * MIB
    """Memory on top of what the bare worker uses."""
    output_bytes: int = 64 * MIB
    """Bytes on stdout and stderr together; beyond it the session ends with OLE."""
    processes: int = 16
    """Threads, the worker's own included."""
    file_bytes: int = 16 * MIB
    """The size of one file in the private work folder."""

    @property
    def work_bytes(self) -> int:
        """All files in the private work folder together."""
        return 4 * self.file_bytes


class Launch(NamedTuple):
    """What a worker needs in its box."""

    limits: Limits
    packages: tuple[str, ...] = ()
    """Third-party packages that the problem offers, by import name."""


class Usage(NamedTuple):
    """What a session has used so far, measured from outside the worker."""

    cpu_s: float
    wall_s: float
    peak_memory_bytes: int
    """Peak memory on top of what the bare worker used; 0 where it cannot be read."""


class Output(NamedTuple):
    """What the submission printed, capped for showing."""

    stdout: str
    stderr: str
    truncated: bool


class Ending(NamedTuple):
    """Why a session is over. `verdict` is TLE, MLE, OLE, RTE (it crashed or exited) or IE."""

    verdict: Verdict
    message: str
    """One line for the contestant: the limit that was met, or how the process ended."""


class SessionEnded(JudgeError):
    """The worker is gone, or sent what no worker sends; `ending` says which verdict that earns."""

    def __init__(self, ending: Ending) -> None:
        super().__init__(ending.message)
        self.ending = ending


class Layer(NamedTuple):
    """One wall: whether it stands on this machine, and if not, why and what would repair it."""

    name: str
    active: bool
    detail: str
    repair: str = ""


class Session(Protocol):
    """One worker in its box."""

    def send(
        self,
        body: bytes,
        *,
        cpu_s: float | None = None,
        wall_s: float | None = None,
        relent: Callable[[], tuple[float, float]] | None = None,
    ) -> None:
        """Send one frame, within the bounds of `receive` while the worker does not read it.

        Raises SessionEnded.
        """

    def receive(
        self,
        *,
        cpu_s: float | None = None,
        wall_s: float | None = None,
        relent: Callable[[], tuple[float, float]] | None = None,
    ) -> bytes:
        """Wait for one frame and return its body.

        `cpu_s` and `wall_s` bound this wait alone, on top of the session's own limits. When one of them is
        met `relent` is asked once for what this wait may take after all, counted from its beginning.
        Raises SessionEnded when a limit is met or the worker ends, whatever its exit code.
        """

    def cpu_time_s(self) -> float:
        """CPU seconds of the box since its start. Exact only while the worker waits for a frame."""

    def wall_time_s(self) -> float:
        """Seconds since its start, or from its start to its end."""

    def usage(self) -> Usage:
        """All that it has used so far. The memory costs a look at /proc, so not between any two frames."""

    def output(self) -> Output:
        """What was printed so far. Never raises: a limit that is met here shows in `ending`."""

    @property
    def ending(self) -> Ending | None:
        """Why it is over; None while the worker may go on."""

    def interrupt(self) -> None:
        """Kill the worker while another thread waits for it: that thread is told, and closes."""

    def close(self) -> None:
        """End everything in the box and remove what it left. Never raises; may be called twice."""


class Sandbox(Protocol):
    """A started backend. Use as a context manager, or call close()."""

    name: str

    def layers(self) -> tuple[str, ...]:
        """Names of the layers that are in force for every session of this sandbox."""

    def isolated(self) -> bool: ...

    def open(self, launch: Launch) -> Session:
        """Start a worker. Raises SandboxError when the box cannot be built (fail closed)."""

    def close(self) -> None: ...

    def __enter__(self) -> Sandbox: ...

    def __exit__(self, *exc: object) -> None: ...


class Backend(Protocol):
    """A way to build boxes on this machine."""

    name: str

    def probe(self) -> tuple[Layer, ...]:
        """Try each layer for real and say what stands; used by `judge doctor`."""

    def start(self) -> Sandbox:
        """Start, warm. Raises SandboxError with the repair."""
