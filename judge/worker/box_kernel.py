"""Kernel calls that the standard library does not offer, each constant under its header's name.

Third-party bindings were weighed and left: landlockpy costs 7.6 ms to import and pyseccomp 77, more
than the whole start-up budget, and both reach the kernel through ctypes as these few lines do.
"""

from __future__ import annotations

import ctypes
import errno
import os
import struct

_libc = ctypes.CDLL(None, use_errno=True)
_syscall = _libc.syscall
_syscall.restype = ctypes.c_long
_libc.mount.argtypes = [
    ctypes.c_char_p,
    ctypes.c_char_p,
    ctypes.c_char_p,
    ctypes.c_ulong,
    ctypes.c_char_p,
]

# <asm-generic/unistd.h>: the numbers of these calls are the same on x86-64 and aarch64
NR_OPEN_TREE = 428
NR_MOVE_MOUNT = 429
NR_LANDLOCK_CREATE_RULESET = 444
NR_LANDLOCK_ADD_RULE = 445
NR_LANDLOCK_RESTRICT_SELF = 446
NR_PIVOT_ROOT = {"x86_64": 155, "aarch64": 41}  # <asm/unistd.h>
NR_CAPSET = {"x86_64": 126, "aarch64": 91}

# <linux/prctl.h>
PR_SET_PDEATHSIG = 1
PR_SET_DUMPABLE = 4
PR_SET_SECCOMP = 22
PR_SET_CHILD_SUBREAPER = 36
PR_SET_NO_NEW_PRIVS = 38
PR_CAP_AMBIENT = 47
PR_CAP_AMBIENT_CLEAR_ALL = 4
SECCOMP_MODE_FILTER = 2  # <linux/seccomp.h>

# <linux/sched.h>
CLONE_NEWNS = 0x00020000
CLONE_NEWUTS = 0x04000000
CLONE_NEWIPC = 0x08000000
CLONE_NEWUSER = 0x10000000
CLONE_NEWPID = 0x20000000
CLONE_NEWNET = 0x40000000

# <linux/mount.h>
MS_RDONLY = 1
MS_NOSUID = 2
MS_NODEV = 4
MS_NOEXEC = 8
MS_REMOUNT = 32
MS_BIND = 4096
MS_REC = 16384
MS_PRIVATE = 1 << 18
MNT_DETACH = 2
OPEN_TREE_CLONE = 1
OPEN_TREE_CLOEXEC = os.O_CLOEXEC
MOVE_MOUNT_F_EMPTY_PATH = 4
AT_FDCWD = -100

# <linux/landlock.h>
LANDLOCK_CREATE_RULESET_VERSION = 1
LANDLOCK_RULE_PATH_BENEATH = 1
FS_EXECUTE = 1 << 0
FS_WRITE_FILE = 1 << 1
FS_READ_FILE = 1 << 2
FS_READ_DIR = 1 << 3
FS_REMOVE_DIR = 1 << 4
FS_REMOVE_FILE = 1 << 5
FS_MAKE_CHAR = 1 << 6
FS_MAKE_DIR = 1 << 7
FS_MAKE_REG = 1 << 8
FS_MAKE_SOCK = 1 << 9
FS_MAKE_FIFO = 1 << 10
FS_MAKE_BLOCK = 1 << 11
FS_MAKE_SYM = 1 << 12
FS_REFER = 1 << 13
FS_TRUNCATE = 1 << 14
FS_IOCTL_DEV = 1 << 15
NET_BIND_TCP = 1 << 0
NET_CONNECT_TCP = 1 << 1
SCOPE_ABSTRACT_UNIX_SOCKET = 1 << 0
SCOPE_SIGNAL = 1 << 1

_LINUX_CAPABILITY_VERSION_3 = 0x20080522  # <linux/capability.h>


def _check(result: int, what: str) -> int:
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{what}: {os.strerror(number)}")
    return result


def _call(what: str, number: int, *arguments: object) -> int:
    return _check(_syscall(ctypes.c_long(number), *arguments), what)


def prctl(option: int, value: int = 0, third: int = 0) -> None:
    """Set one property of this process. Raises OSError, as every function here does."""
    zero = ctypes.c_ulong(0)
    _check(
        _libc.prctl(option, ctypes.c_ulong(value), ctypes.c_ulong(third), zero, zero),
        f"prctl({option})",
    )


def unshare(flags: int) -> None:
    """Leave the namespaces named by `flags` for fresh ones."""
    _check(_libc.unshare(flags), f"unshare({flags:#x})")


def setns(fd: int, kind: int) -> None:
    """Enter the namespace behind `fd`; a pid namespace is entered by the next child only."""
    _check(_libc.setns(fd, kind), "setns")


def mount(source: str, target: str, kind: str, flags: int, options: str = "") -> None:
    """mount(2)."""
    result = _libc.mount(source.encode(), os.fsencode(target), kind.encode(), flags, options.encode() or None)
    _check(result, f"mount {source} on {target}")


def bind(source: str, target: str, *, devices: bool = False) -> None:
    """Show `source`, read-only and without the mounts below it, at `target`."""
    mount(source, target, "", MS_BIND)
    kept = os.statvfs(target).f_flag & (MS_NOSUID | MS_NODEV | MS_NOEXEC)
    if not devices:
        kept |= MS_NODEV
    mount("none", target, "", MS_BIND | MS_REMOUNT | MS_RDONLY | MS_NOSUID | kept)


def unmount(target: str) -> None:
    """Take the mount at `target` out of sight, even while it is in use."""
    _check(_libc.umount2(os.fsencode(target), MNT_DETACH), f"umount {target}")


def enter_root(new_root: str) -> None:
    """Make `new_root` the root of this mount namespace and drop the old one."""
    os.chdir(new_root)
    # pivot_root(2): with both arguments the same, the old root ends up on top of the new one
    _call("pivot_root", NR_PIVOT_ROOT[os.uname().machine], b".", b".")
    unmount(".")
    os.chdir("/")


def clone_tree(path: str) -> int:
    """Return a descriptor of a detached copy of the mount that shows `path`."""
    return _call(
        f"open_tree {path}",
        NR_OPEN_TREE,
        AT_FDCWD,
        os.fsencode(path),
        OPEN_TREE_CLONE | OPEN_TREE_CLOEXEC,
    )


def attach_tree(fd: int, target: str) -> None:
    """Show a detached mount at `target`, read-only."""
    where = os.fsencode(target)
    _call("move_mount", NR_MOVE_MOUNT, fd, b"", AT_FDCWD, where, MOVE_MOUNT_F_EMPTY_PATH)
    kept = os.statvfs(target).f_flag & MS_NOEXEC
    mount("none", target, "", MS_BIND | MS_REMOUNT | MS_RDONLY | MS_NOSUID | MS_NODEV | kept)


def drop_capabilities() -> None:
    """Give up every capability for good; no_new_privs keeps them away across exec."""
    try:
        prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL)
    except OSError:  # Linux before 4.3 has no ambient set to clear
        pass
    header = struct.pack("Ii", _LINUX_CAPABILITY_VERSION_3, 0)
    _call("capset", NR_CAPSET[os.uname().machine], header, bytes(24))


def has_seccomp() -> bool:
    """Whether the kernel takes filters: a null one is a bad address only to a kernel that looks."""
    try:
        prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, 0)
    except OSError as error:
        return error.errno == errno.EFAULT
    return False


def load_filter(program: bytes) -> None:
    """Install a seccomp filter (an array of struct sock_filter); it cannot be taken back."""
    instructions = ctypes.create_string_buffer(program, len(program))
    # struct sock_fprog of <linux/filter.h>
    header = struct.pack("HxxxxxxP", len(program) // 8, ctypes.addressof(instructions))
    holder = ctypes.create_string_buffer(header, len(header))
    prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, ctypes.addressof(holder))


def landlock_abi() -> int:
    """Return the kernel's Landlock ABI. Raises OSError where there is none."""
    return _call(
        "landlock_create_ruleset",
        NR_LANDLOCK_CREATE_RULESET,
        None,
        ctypes.c_size_t(0),
        LANDLOCK_CREATE_RULESET_VERSION,
    )


class Ruleset:
    """A Landlock ruleset that forbids everything this kernel can forbid, but for what is added."""

    def __init__(self) -> None:
        abi = landlock_abi()
        self.abi = abi
        handled = (1 << 13) - 1
        if abi >= 2:
            handled |= FS_REFER
        if abi >= 3:
            handled |= FS_TRUNCATE
        if abi >= 5:
            handled |= FS_IOCTL_DEV
        self.handled = handled
        attributes = struct.pack("Q", handled)
        if abi >= 4:
            attributes += struct.pack("Q", NET_BIND_TCP | NET_CONNECT_TCP)
        if abi >= 6:
            attributes += struct.pack("Q", SCOPE_ABSTRACT_UNIX_SOCKET | SCOPE_SIGNAL)
        self.fd = _call(
            "landlock_create_ruleset",
            NR_LANDLOCK_CREATE_RULESET,
            attributes,
            ctypes.c_size_t(len(attributes)),
            0,
        )

    def allow(self, fd: int, access: int) -> None:
        """Allow `access` to what the O_PATH descriptor shows and, for a folder, all below it."""
        rule = struct.pack("=Qi", access & self.handled, fd)
        _call(
            "landlock_add_rule",
            NR_LANDLOCK_ADD_RULE,
            self.fd,
            LANDLOCK_RULE_PATH_BENEATH,
            rule,
            0,
        )

    def enforce(self) -> None:
        """Restrict this process, and all that it starts, for good."""
        _call("landlock_restrict_self", NR_LANDLOCK_RESTRICT_SELF, self.fd, 0)


FS_READ = FS_READ_FILE | FS_READ_DIR
"""What a library needs: Landlock asks FS_EXECUTE of exec only, not of mapping a shared object."""
FS_WORK = (
    FS_READ_FILE
    | FS_READ_DIR
    | FS_WRITE_FILE
    | FS_REMOVE_DIR
    | FS_REMOVE_FILE
    | FS_MAKE_DIR
    | FS_MAKE_REG
    | FS_MAKE_SYM
    | FS_REFER
    | FS_TRUNCATE
)
