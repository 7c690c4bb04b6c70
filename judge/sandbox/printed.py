"""What a worker prints: two pipes, of which the beginning is kept and everything is counted."""

from __future__ import annotations

import os
from collections.abc import Iterable

from judge.sandbox.contract import Output

KEPT_BYTES = 64 * 1024
"""Of stdout and of stderr each, for showing."""

READ_BYTES = 1 << 16
"""What a pipe holds."""


class Printed:
    """The near ends of both pipes. Does not close them."""

    def __init__(self, stdout_fd: int, stderr_fd: int) -> None:
        self._kept = {stdout_fd: bytearray(), stderr_fd: bytearray()}
        self._open = {fd for fd in self._kept if fd >= 0}
        self.total_bytes = 0
        """Of both, kept or not."""

    @property
    def open_fds(self) -> Iterable[int]:
        """The pipes that have not ended; may be changed by `read` while it is walked through."""
        return tuple(self._open)

    def read(self, fd: int) -> bool:
        """Take in what is there, at most READ_BYTES; False when there is nothing more now, or ever."""
        try:
            part = os.read(fd, READ_BYTES)
        except BlockingIOError:
            return False
        except OSError:
            part = b""
        if not part:
            self._open.discard(fd)
            return False
        self.total_bytes += len(part)
        kept = self._kept[fd]
        if len(kept) < KEPT_BYTES:
            kept += part[: KEPT_BYTES - len(kept)]
        return True

    def output(self) -> Output:
        """What was kept, as text."""
        out, err = self._kept.values()
        return Output(
            out.decode("utf-8", "replace"),
            err.decode("utf-8", "replace"),
            self.total_bytes > len(out) + len(err),
        )
