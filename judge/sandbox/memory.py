"""Memory of a worker, read from outside."""

from __future__ import annotations


def peak_memory_bytes(pid: int) -> int:
    """Read VmHWM of a process from /proc; 0 where there is none."""
    try:
        with open(f"/proc/{pid}/status", "rb", 0) as file:
            status = file.read(4096)
    except OSError:
        return 0
    at = status.find(b"VmHWM:")
    return int(status[at + 6 :].split(None, 1)[0]) * 1024 if at >= 0 else 0
