"""The walls, put up inside a fresh child before one line of a submission runs.

`Walls` is what the zygote prepares once; `enter` is what each child does with it, in this order:

    1  own session and process group, no new privileges, death with the parent, not dumpable, empty
       environment, only descriptors 0 to 3 open, a private work folder
    2  own mount and ipc namespaces over the zygote's minimal root (where namespaces stand)
    3  uid drop (root) or an own user namespace (others), all capabilities gone
    4  rlimits
    5  Landlock
    6  seccomp, last, because the steps before need calls that it denies

Before all of it, while it waited as a spare, the child entered its control groups where they stand, and told
the zygote so, which gives no launch to a child that did not (see box_zygote.py).

A wall that was announced and does not stand ends the child with a message in place of its first frame:
the judge refuses the session.
"""

from __future__ import annotations

import _signal as signal  # type: ignore[import-not-found]  # without its enums, 3 ms less
import marshal
import os
import resource
import sys

from judge.wire.frames import frame
from judge.worker import box_cgroup, box_files, box_kernel, box_root, runner

PROTOCOL_FD = 3
READY = b"ready"
"""The first frame of a worker whose walls all stand; anything else is the reason why they do not."""

PRIVATE_UID = 0x40000000
PRIVATE_UID_LOW = 60_000
"""Where private uids start, and where they start when only 65,536 uids are mapped here."""

BOXES_PER_ZYGOTE = 256
"""Private uids of one zygote before they come round; far more boxes than ever stand at a time."""

SPARE_ADDRESS_BYTES = 64 << 20
"""Address space for what the worker itself maps after the fork: modules, the interpreter's arenas."""

OPEN_FILES = 64
SHARED_UID_THREADS = 256
"""Room left below RLIMIT_NPROC where the uid is not private: other processes of the same user count."""


class Walls:
    """What all boxes of one zygote share: prepared folders, rules and numbers.

    `options`: "filter" the seccomp program or b"", "own_pid_at" where the worker's pid belongs in it,
    "namespaces", "landlock" and "cgroup" whether to use them, "folder" where private folders are made.
    Layers that this kernel does not have are left out and named in `missing`. Raises OSError when
    namespaces cannot be had: the process is then half inside, and another must be started without.
    """

    def __init__(self, options: dict[str, object]) -> None:
        self.is_root = os.geteuid() == 0
        self.filter: bytes = options["filter"]  # type: ignore[assignment]
        self.own_pid_at: list[int] = options["own_pid_at"]  # type: ignore[assignment]
        self.missing: dict[str, str] = {}
        self.uid_slot = os.getpid() % (1 << 22) * BOXES_PER_ZYGOTE
        self._base: str = options["folder"]  # type: ignore[assignment]
        if self.filter and not box_kernel.has_seccomp():
            self.missing["seccomp"] = "the kernel has no seccomp filters (CONFIG_SECCOMP_FILTER)"
            self.filter = b""
        self.landlock = bool(options["landlock"])
        if self.landlock:
            try:
                box_kernel.landlock_abi()
            except OSError as error:
                self.missing["landlock"] = f"{error.strerror} (it takes Linux 5.13, and lsm=landlock)"
                self.landlock = False
        self.groups: box_cgroup.Groups | None = None
        if options["cgroup"]:
            try:
                self.groups = box_cgroup.Groups(os.path.basename(self._base))
            except OSError as error:
                self.missing["cgroup"] = str(error.strerror or error)
        stdlib = [path for path in sys.path if os.path.isdir(path)]
        self.root: box_root.Root | None = None
        if options["namespaces"]:
            try:
                self.root = box_root.Root(stdlib, self.is_root)
            except OSError:
                if self.groups is not None:
                    self.groups.close()
                raise
            self._statm = self.root.statm
        else:
            self._statm = os.open("/proc/self/statm", os.O_RDONLY | os.O_CLOEXEC)
        self.zygote_pid = os.getpid()
        box_kernel.prctl(box_kernel.PR_SET_CHILD_SUBREAPER, 1)
        self.library: list[tuple[int, bool]] = []
        self.path_fds: list[int] = []
        if self.root is None:
            self._open_library(stdlib)

    def _open_library(self, stdlib: list[str]) -> None:
        """Keep descriptors of what may be read, and reach the standard library through them where
        its folder lies in one that the dropped uid may not pass (a pyenv in /root)."""
        if self.landlock:
            for path in box_files.readable_entries(stdlib):
                self.library.append((os.open(path, os.O_PATH | os.O_CLOEXEC), os.path.isdir(path)))
        if self.is_root and not all(box_files.is_passable(path) for path in stdlib):
            self.path_fds = [os.open(path, os.O_PATH | os.O_CLOEXEC) for path in stdlib]
            sys.path[:] = [f"/proc/self/fd/{fd}" for fd in self.path_fds]
            box_files.move_packages(dict(zip(stdlib, sys.path, strict=True)))
        box_files.remember_listings()

    def describe(self) -> dict[str, object]:
        """Return what the judge is told once: the layers that every box will have."""
        layers = ["process-group", "no-new-privs", "rlimits"]
        if self.landlock:
            layers.append("landlock")
        if self.filter:
            layers.append("seccomp")
        if self.root is not None:
            layers.append("namespaces")
        if self.groups is not None:
            layers.append("cgroup")
        if self.is_root:
            layers.append("uid-drop")
        return {"layers": layers, "missing": self.missing}

    def mapped_bytes(self) -> int:
        """Address space that a fresh child has mapped already."""
        return mapped_bytes_of(os.pread(self._statm, 64, 0))

    def make_folder(self, number: int) -> str:
        """Make the private work folder on disk; with namespaces the box brings its own."""
        if self.root is not None:
            return ""
        if not os.path.isdir(self._base):
            os.mkdir(self._base, 0o711)
        folder = f"{self._base}/{number}"
        os.mkdir(folder, 0o700)
        return folder

    def fork(self) -> int:
        """Fork a child, in a fresh pid namespace where namespaces stand."""
        return os.fork() if self.root is None else self.root.fork()

    def close(self) -> None:
        """Remove what was made on disk and among the control groups."""
        if self.groups is not None:
            self.groups.close()
        if self.root is None:
            box_files.remove_tree(self._base)


def mapped_bytes_of(statm: bytes) -> int:
    """Return the address space that the text of a /proc/<pid>/statm reports."""
    return int(statm.split(b" ", 1)[0]) * resource.getpagesize()


def enter(walls: Walls, launch: dict[str, object], fds: list[int], folder: str, number: int) -> None:
    """Put up the walls in this fresh child and serve; never returns."""
    protocol = fds[0]
    try:
        _leave_group(walls, fds)
        protocol = PROTOCOL_FD
        work = _enter_root(walls, launch, folder)
        budget = walls.mapped_bytes()
        uid_is_private = _drop_uid(walls, work, number)
        os.chdir(work)
        clean_environment(work)
        rules = _build_rules(walls, launch, work)
        _close_but(walls.path_fds, rules)
        box_kernel.prctl(box_kernel.PR_SET_DUMPABLE, 0)
        die_with_parent()
        processes = int(launch["processes"])  # type: ignore[call-overload]
        if not uid_is_private:
            processes = _count_own_tasks() + SHARED_UID_THREADS
        set_limits(launch, budget, processes)
        if rules is not None:
            rules.enforce()
            os.close(rules.fd)
        if walls.root is not None:
            box_kernel.drop_capabilities()
        if walls.filter:
            box_kernel.load_filter(with_own_pid(walls.filter, walls.own_pid_at))
        answer = READY
    except Exception as error:  # any failure means that a wall is missing
        answer = f"{type(error).__name__}: {error}".encode()
    os.write(protocol, frame(answer))
    if answer == READY:
        runner.serve(PROTOCOL_FD, PROTOCOL_FD)
    os._exit(1)


def die_with_parent() -> None:
    """Have the kernel end this process when the one that forked it ends; a change of uid undoes it."""
    box_kernel.prctl(box_kernel.PR_SET_PDEATHSIG, signal.SIGKILL)


def _leave_group(walls: Walls, fds: list[int]) -> None:
    os.setsid()
    box_kernel.prctl(box_kernel.PR_SET_NO_NEW_PRIVS, 1)
    die_with_parent()
    if walls.root is None and os.getppid() != walls.zygote_pid:
        os._exit(1)
    null = os.open("/dev/null", os.O_RDONLY)
    # Out of the way first: a descriptor that is to become 3 may be numbered 1
    moved = [os.dup(fd) for fd in (null, fds[1], fds[2], fds[0])]
    for target, fd in enumerate(moved):
        os.dup2(fd, target, inheritable=False)
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_DFL)


def _enter_root(walls: Walls, launch: dict[str, object], folder: str) -> str:
    packages: dict[str, str] = launch["packages"]  # type: ignore[assignment]
    if walls.root is not None:
        return walls.root.enter(int(launch["work_bytes"]), packages)  # type: ignore[call-overload]
    if packages:
        box_files.offer_packages(packages)
    return folder


def _drop_uid(walls: Walls, work: str, number: int) -> bool:
    """Leave uid 0; return whether no other process shares the uid that rlimits count by."""
    if not walls.is_root:
        if walls.root is None:
            return False
        box_kernel.unshare(box_kernel.CLONE_NEWUSER)
        return True
    slot = walls.uid_slot + number % BOXES_PER_ZYGOTE
    for uid in (PRIVATE_UID + slot, PRIVATE_UID_LOW + slot % 5_000):
        try:
            os.chown(work, uid, uid)
            os.setgroups([])
            os.setresgid(uid, uid, uid)
            os.setresuid(uid, uid, uid)
            return True
        except OSError:
            if uid < PRIVATE_UID:
                raise
    return True


def clean_environment(work: str) -> None:
    os.environ.clear()
    os.environ.update(
        {
            "HOME": work,
            "TMPDIR": work,
            "LANG": "C.UTF-8",
            # numpy's thread pools die where threads are limited, and would blur the clocks
            "OPENBLAS_NUM_THREADS": "1",
            "OMP_NUM_THREADS": "1",
            "MKL_NUM_THREADS": "1",
        }
    )


def _build_rules(walls: Walls, launch: dict[str, object], work: str) -> box_kernel.Ruleset | None:
    if not walls.landlock:
        return None
    rules = box_kernel.Ruleset()
    if walls.root is not None:
        entries = [("/", box_kernel.FS_READ)]
    else:
        for fd, is_folder in walls.library:
            rules.allow(fd, box_kernel.FS_READ if is_folder else box_kernel.FS_READ_FILE)
        packages: dict[str, str] = launch["packages"]  # type: ignore[assignment]
        entries = [
            (path, box_kernel.FS_READ if os.path.isdir(path) else box_kernel.FS_READ_FILE)
            for path in packages.values()
        ]
    entries.append((".", box_kernel.FS_WORK))
    entries.append(("/dev/null", box_kernel.FS_READ_FILE | box_kernel.FS_WRITE_FILE))
    for path, access in entries:
        fd = os.open(path, os.O_PATH | os.O_CLOEXEC)
        rules.allow(fd, access)
        os.close(fd)
    return rules


def _close_but(kept: list[int], rules: box_kernel.Ruleset | None) -> None:
    lowest = PROTOCOL_FD + 1
    for fd in sorted([*kept, rules.fd] if rules is not None else kept):
        os.closerange(lowest, fd)
        lowest = fd + 1
    os.closerange(lowest, 1 << 20)


def set_limits(launch: dict[str, object], mapped_bytes: int, processes: int) -> None:
    """Set every rlimit; `processes` is the one on threads, counted for the uid as a whole."""
    wanted = [
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_MEMLOCK, 0),
        (resource.RLIMIT_MSGQUEUE, 0),
        (resource.RLIMIT_RTPRIO, 0),
        (resource.RLIMIT_NOFILE, OPEN_FILES),
        (resource.RLIMIT_NPROC, processes),
        (resource.RLIMIT_FSIZE, int(launch["file_bytes"])),  # type: ignore[call-overload]
        # In whole seconds, and only the last resort: the judge's watchdog is exact
        (resource.RLIMIT_CPU, int(launch["cpu_s"]) + 2),  # type: ignore[call-overload]
        (resource.RLIMIT_AS, _address_bytes(launch, mapped_bytes)),
    ]
    for kind, value in wanted:
        _set_limit(kind, value)


def _set_limit(kind: int, value: int) -> None:
    hard = resource.getrlimit(kind)[1]
    if hard != resource.RLIM_INFINITY:
        value = min(value, hard)
    resource.setrlimit(kind, (value, value))


def _address_bytes(launch: dict[str, object], mapped_bytes: int) -> int:
    memory_bytes = int(launch["memory_bytes"])  # type: ignore[call-overload]
    return int(mapped_bytes + runner.STACK_BYTES + SPARE_ADDRESS_BYTES + memory_bytes)


def _count_own_tasks() -> int:
    """Threads of this uid on the machine, as RLIMIT_NPROC counts them."""
    uid, count = os.getuid(), 0
    for entry in os.scandir("/proc"):
        if entry.name.isdigit():
            try:
                if entry.stat().st_uid == uid:
                    count += len(os.listdir(f"/proc/{entry.name}/task"))
            except OSError:  # it ended meanwhile
                pass
    return count


def with_own_pid(filter_program: bytes, own_pid_at: list[int]) -> bytes:
    """Return the program with this process's pid where it is compared with."""
    program = bytearray(filter_program)
    own = os.getpid().to_bytes(4, sys.byteorder)
    for at in own_pid_at:
        program[at : at + 4] = own
    return bytes(program)


def end_orphans(workers: set[int]) -> None:
    """Kill every child of the zygote that is not one of `workers`: what escaped a worker's end."""
    while True:
        children = box_files.own_children()
        strays = [pid for pid in children if pid not in workers]
        if not strays:
            return
        for pid in strays:
            try:
                os.kill(pid, signal.SIGKILL)
                os.waitpid(pid, 0)
            except OSError:
                pass


def remove_folder(folder: str) -> None:
    """Remove a private work folder, whatever a submission made of it."""
    if folder:
        box_files.remove_tree(folder)


def enter_plain(protocol: int) -> None:
    """Serve without walls: the `none` backend, on machines that have none of them.

    The first frame holds the launch in marshal, with "folder"; rlimits are set where the system knows
    them.
    """
    size = int.from_bytes(os.read(protocol, 4), "big")
    launch: dict[str, object] = marshal.loads(os.read(protocol, size))
    folder: str = launch["folder"]  # type: ignore[assignment]
    os.chdir(folder)
    clean_environment(folder)
    packages: dict[str, str] = launch["packages"]  # type: ignore[assignment]
    if packages:
        box_files.offer_packages(packages)
    for kind, value in (
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, int(launch["file_bytes"])),  # type: ignore[call-overload]
        (resource.RLIMIT_CPU, int(launch["cpu_s"]) + 2),  # type: ignore[call-overload]
    ):
        _set_limit(kind, value)
    try:
        with open("/proc/self/statm", "rb") as statm:
            mapped = mapped_bytes_of(statm.read())
        _set_limit(resource.RLIMIT_AS, _address_bytes(launch, mapped))
    except OSError:  # no /proc: no Linux, where RLIMIT_AS does not hold anyway
        pass
    os.write(protocol, frame(READY))
    runner.serve(protocol, protocol)
