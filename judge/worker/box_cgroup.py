"""Control groups: memory and processes of a box counted, and limited, as a whole.

The zygote makes one group for itself below a place that it may write to, and one in there for each box.
A child enters its groups before it waits to be told what it is to run. Version 2 is used where the memory
and pids controllers are delegated to us, version 1 where we are root.

Works on descriptors of folders, since the zygote loses sight of /sys when it enters its own root.
"""

from __future__ import annotations

import os

MOUNT = "/sys/fs/cgroup"
SLACK_BYTES = 32 << 20
"""On top of the memory limit: what the worker itself copies on write, page tables, its tmpfs."""


class Groups:
    """The groups of one zygote. Raises OSError where this machine does not let us have any."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._parents: list[int] = []
        self._above: list[int] = []
        self.version = 2 if os.path.exists(f"{MOUNT}/cgroup.controllers") else 1
        places = [_find_delegated()] if self.version == 2 else _find_version_1()
        try:
            for place in places:
                above = os.open(place, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
                self._above.append(above)
                _remove_stale(above)
                os.mkdir(name, 0o755, dir_fd=above)
                parent = os.open(name, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC, dir_fd=above)
                self._parents.append(parent)
            if self.version == 2:
                _write(self._parents[0], "cgroup.subtree_control", "+memory +pids")
        except OSError:
            self.close()
            raise

    def make(self, box: str) -> None:
        """Make the groups of one box, which `limit` limits."""
        for parent in self._parents:
            os.mkdir(box, 0o755, dir_fd=parent)

    def limit(self, box: str, memory_bytes: int, processes: int) -> None:
        """Set what all processes of a box may use together. Raises OSError."""
        memory, pids = self._parents[0], self._parents[-1]
        total = str(memory_bytes + SLACK_BYTES)
        if self.version == 2:
            _write(memory, f"{box}/memory.max", total)
            _write_if_there(memory, f"{box}/memory.swap.max", "0")
            _write_if_there(memory, f"{box}/memory.oom.group", "1")
        else:
            _write(memory, f"{box}/memory.limit_in_bytes", total)
            _write_if_there(memory, f"{box}/memory.memsw.limit_in_bytes", total)
        _write(pids, f"{box}/pids.max", str(processes))

    def enter(self, box: str) -> None:
        """Move this process, which has one thread, into the groups of a box. Raises OSError.

        Version 1 takes a single thread that moves itself without a lock that every fork of the machine takes,
        and waiting for that takes tens of milliseconds (cgroup_procs_write_start in kernel/cgroup/cgroup.c).
        """
        for parent in self._parents:
            _write(parent, f"{box}/{'cgroup.procs' if self.version == 2 else 'tasks'}", "0")

    def remove(self, box: str) -> bool:
        """Remove the groups of a box whose processes have ended; return whether memory ran out."""
        events = "memory.events" if self.version == 2 else "memory.oom_control"
        killed = 0
        for line in _read(f"{box}/{events}", self._parents[0]).splitlines():
            if line.startswith("oom_kill "):
                killed = int(line.split()[1])
        for parent in self._parents:
            _write_if_there(parent, f"{box}/cgroup.kill", "1")
            try:
                os.rmdir(box, dir_fd=parent)
            except OSError:  # a straggler; the zygote's end tries again
                pass
        return killed > 0

    def close(self) -> None:
        """Remove all that is left."""
        for parent, above in zip(self._parents, self._above, strict=False):
            for entry in os.listdir(parent):
                if entry.isdigit():
                    _rmdir(entry, parent)
            os.close(parent)
            _rmdir(self._name, above)
        for above in self._above:
            os.close(above)
        self._parents, self._above = [], []


def _remove_stale(above: int) -> None:
    """Remove the groups of zygotes that were killed and could not do it themselves."""
    for entry in os.listdir(above):
        parts = entry.split("-")
        if len(parts) != 3 or parts[0] != "judge" or os.path.exists(f"/proc/{parts[1]}"):
            continue
        try:
            folder = os.open(entry, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC, dir_fd=above)
        except OSError:
            continue
        for box in os.listdir(folder):
            if box.isdigit():
                _rmdir(box, folder)
        os.close(folder)
        _rmdir(entry, above)


def _rmdir(name: str, folder: int) -> None:
    try:
        os.rmdir(name, dir_fd=folder)
    except OSError:
        pass


def _read(path: str, folder: int | None = None) -> str:
    try:
        fd = os.open(path, os.O_RDONLY | os.O_CLOEXEC, dir_fd=folder)
    except OSError:
        return ""
    try:
        return os.read(fd, 4096).decode()
    finally:
        os.close(fd)


def _write(folder: int, path: str, text: str) -> None:
    fd = os.open(path, os.O_WRONLY | os.O_CLOEXEC, dir_fd=folder)
    try:
        os.write(fd, text.encode())
    finally:
        os.close(fd)


def _write_if_there(folder: int, path: str, text: str) -> None:
    try:
        _write(folder, path, text)
    except OSError:  # the kernel was built without it
        pass


def _own_paths() -> dict[str, str]:
    """Return controller -> path of this process's group; version 2's controller is called ''."""
    found = {}
    for line in _read("/proc/self/cgroup").splitlines():
        _, names, path = line.split(":", 2)
        for name in names.split(","):
            found[name] = path
    return found


def _find_delegated() -> str:
    """Return the nearest group above our own in which we may make groups with both controllers."""
    there = _read(f"{MOUNT}/cgroup.controllers").split()
    if not {"memory", "pids"} <= set(there):
        raise OSError(1, f"{MOUNT} has no memory or no pids controller")
    path = _own_paths().get("", "/")
    while True:
        place = MOUNT + path.rstrip("/")
        controllers = _read(f"{place}/cgroup.subtree_control").split()
        if {"memory", "pids"} <= set(controllers) and os.access(f"{place}/cgroup.procs", os.W_OK):
            return place
        if path in ("", "/"):
            whom = "enabled for groups of ours" if os.geteuid() == 0 else "delegated to this user"
            raise OSError(1, f"no control group with memory and pids is {whom}")
        path = path.rpartition("/")[0]


def _find_version_1() -> list[str]:
    if os.geteuid() != 0:
        raise OSError(1, "control groups of version 1 are root's, or none are mounted")
    own = _own_paths()
    places = []
    for controller in ("memory", "pids"):
        place = f"{MOUNT}/{controller}{own.get(controller, '/')}".rstrip("/")
        if not os.path.exists(f"{place}/cgroup.procs"):
            place = f"{MOUNT}/{controller}"
        if not os.path.exists(f"{place}/cgroup.procs"):
            raise OSError(2, f"the {controller} controller is not mounted below {MOUNT}")
        places.append(place)
    return places
