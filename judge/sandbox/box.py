"""What a backend provides: the descriptors of one worker, its clocks, and the power over it."""

from __future__ import annotations

TYPE_CHECKING = False  # a cold `judge submit` pays for no typing here

if TYPE_CHECKING:
    import _socket
    from typing import Protocol

    from judge.sandbox.ending import Exit

    class Box(Protocol):
        """One worker behind its walls, as `WorkerSession` drives it."""

        pid: int
        """As the judge sees it; 0 where it cannot."""
        protocol: _socket.socket
        stdout_fd: int
        stderr_fd: int
        exit_fd: int
        """Readable once the worker is dead (a pidfd); -1 where there is none."""
        folder: str
        """Its work folder where that lies on a disk of others too; "" where it has a bound of its own."""
        confined: bool
        """Whether the memory and process limits are enforced, so that a crash may be blamed on them."""

        def cpu_time_s(self) -> float: ...
        def peak_memory_bytes(self) -> int: ...
        def kill(self) -> None: ...
        def collect(self) -> Exit: ...
