"""Namespaces, and the minimal root folder that boxes live in.

Once, in the zygote: the process unshares the mount, pid, net, ipc and uts namespaces (as an ordinary
user with a user namespace around them), forks, and goes on as the first process of the new pid
namespace, so that the kernel ends all boxes when it ends. It builds a root of a small tmpfs that shows,
read-only and under their usual paths, the standard library without third-party packages and the shared
objects that extension modules need; the interpreter itself is in memory already. No /proc, no /sys, no
devices but /dev/null, no network interface, none of the machine's files.

Once per box: a pid namespace of its own, a copy of the mount namespace with a private tmpfs on /work,
an ipc namespace, and what the problem names, attached under /packages.
"""

from __future__ import annotations

import _signal as signal  # type: ignore[import-not-found]  # without its enums, 3 ms less
import os
import sys

from judge.worker import box_files, box_kernel

NAMESPACES = (
    box_kernel.CLONE_NEWNS
    | box_kernel.CLONE_NEWPID
    | box_kernel.CLONE_NEWNET
    | box_kernel.CLONE_NEWIPC
    | box_kernel.CLONE_NEWUTS
)

WORK = "/work"
PACKAGES = "/packages"
MOUNT_POINTS = ("/mnt", "/tmp", "/srv", "/media", "/var/tmp", "/run")
"""Folders of the host that the new root may be built over, in a mount namespace of our own."""

MOST_FILES = 4096
"""Files and folders in one private work folder."""


class Root:
    """The zygote's namespaces. After construction the process is another one: the forked child.

    Raises OSError where the machine does not allow it; the process is then of no further use.
    """

    def __init__(self, stdlib: list[str], is_root: bool) -> None:
        uid, gid = os.geteuid(), os.getegid()
        if is_root:
            box_kernel.unshare(NAMESPACES)
        else:
            box_kernel.unshare(NAMESPACES | box_kernel.CLONE_NEWUSER)
            _write("/proc/self/setgroups", "deny")
            _write("/proc/self/uid_map", f"{uid} {uid} 1")
            _write("/proc/self/gid_map", f"{gid} {gid} 1")
        _become_first_process()
        box_kernel.mount("none", "/", "", box_kernel.MS_REC | box_kernel.MS_PRIVATE)
        self._host_mounts = _open_namespace("mnt")
        box_kernel.unshare(box_kernel.CLONE_NEWNS)
        self._own_mounts = _open_namespace("mnt")
        self._own_pids = _open_namespace("pid")
        self.statm = os.open("/proc/self/statm", os.O_RDONLY | os.O_CLOEXEC)
        _build(stdlib)

    def fork(self) -> int:
        """Fork a child that is the first process of a fresh pid namespace."""
        box_kernel.unshare(box_kernel.CLONE_NEWPID)
        try:
            pid = os.fork()
        except OSError:
            box_kernel.setns(self._own_pids, box_kernel.CLONE_NEWPID)
            raise
        if pid:
            box_kernel.setns(self._own_pids, box_kernel.CLONE_NEWPID)
        return pid

    def enter(self, work_bytes: int, packages: dict[str, str]) -> str:
        """In the child: mount what is private to it. Returns the work folder."""
        trees = []
        if packages:
            box_kernel.setns(self._host_mounts, box_kernel.CLONE_NEWNS)
            trees = [
                (name, os.path.basename(path), os.path.isdir(path), box_kernel.clone_tree(path))
                for name, path in packages.items()
            ]
            box_kernel.setns(self._own_mounts, box_kernel.CLONE_NEWNS)
        box_kernel.unshare(box_kernel.CLONE_NEWNS | box_kernel.CLONE_NEWIPC)
        flags = box_kernel.MS_NOSUID | box_kernel.MS_NODEV | box_kernel.MS_NOEXEC
        options = f"size={work_bytes},nr_inodes={MOST_FILES},mode=700"
        box_kernel.mount("none", WORK, "tmpfs", flags, options)
        if trees:
            _attach(trees)
        return WORK


def _write(path: str, text: str) -> None:
    with open(path, "wb", 0) as file:
        file.write(text.encode())


def _open_namespace(kind: str) -> int:
    return os.open(f"/proc/self/ns/{kind}", os.O_RDONLY | os.O_CLOEXEC)


def _become_first_process() -> None:
    """Fork into the new pid namespace; the process that stays outside only waits, and ends along."""
    above = os.getpid()
    pid = os.fork()
    if pid == 0:
        box_kernel.prctl(box_kernel.PR_SET_PDEATHSIG, signal.SIGKILL)
        if _parent_of_self() != above:  # it ended before the line above
            os._exit(1)
        return
    os.closerange(3, 256)
    _, status = os.waitpid(pid, 0)
    os._exit(os.waitstatus_to_exitcode(status) & 0xFF)


def _parent_of_self() -> int:
    """The parent's pid as the mounted /proc counts, which getppid() does not across namespaces."""
    with open("/proc/self/stat", "rb") as file:
        return int(file.read().rpartition(b")")[2].split()[1])


def _build(stdlib: list[str]) -> None:
    libraries = box_files.library_folders()
    sources = [*_outermost(stdlib), *libraries]
    base = next(
        point
        for point in MOUNT_POINTS
        if os.path.isdir(point)
        and not os.path.islink(point)
        and not any(source.startswith(point + "/") for source in sources)
    )
    cache = b""
    if os.path.exists(box_files.LOADER_CACHE):
        with open(box_files.LOADER_CACHE, "rb") as file:
            cache = file.read()
    flags = box_kernel.MS_NOSUID | box_kernel.MS_NODEV | box_kernel.MS_NOEXEC
    box_kernel.mount("none", base, "tmpfs", flags, "size=4m,nr_inodes=4096,mode=755")
    for folder in (WORK, PACKAGES, "/empty", "/etc", "/dev"):
        os.mkdir(base + folder, 0o755)
    for source in dict.fromkeys(sources):
        os.makedirs(base + source, 0o755, exist_ok=True)
        box_kernel.bind(source, base + source)
        for hidden in box_files.third_party_folders(source):
            box_kernel.mount(base + "/empty", base + hidden, "", box_kernel.MS_BIND)
    for link in ("/lib", "/lib64"):
        if os.path.islink(link):
            os.symlink(os.readlink(link), base + link)
    if cache:
        with open(base + box_files.LOADER_CACHE, "wb") as file:
            file.write(cache)
    with open(base + "/dev/null", "wb"):
        pass
    box_kernel.bind("/dev/null", base + "/dev/null", devices=True)
    read_only = box_kernel.MS_BIND | box_kernel.MS_REMOUNT | box_kernel.MS_RDONLY
    box_kernel.mount("none", base, "", read_only | flags)
    box_kernel.enter_root(base)


def _outermost(folders: list[str]) -> list[str]:
    return [folder for folder in folders if not any(folder.startswith(other + "/") for other in folders)]


def _attach(trees: list[tuple[str, str, bool, int]]) -> None:
    """Show the problem's packages below a small tmpfs of this box."""
    flags = box_kernel.MS_NOSUID | box_kernel.MS_NODEV
    box_kernel.mount("none", PACKAGES, "tmpfs", flags, "size=64k,mode=755")
    for _name, base, is_folder, fd in trees:
        target = f"{PACKAGES}/{base}"
        if is_folder:
            os.mkdir(target)
        else:
            os.close(os.open(target, os.O_CREAT | os.O_WRONLY, 0o644))
        box_kernel.attach_tree(fd, target)
        os.close(fd)
    read_only = box_kernel.MS_BIND | box_kernel.MS_REMOUNT | box_kernel.MS_RDONLY
    box_kernel.mount("none", PACKAGES, "", read_only | flags)
    sys.path.append(PACKAGES)
