"""Private work folders on disk, for boxes that have no tmpfs of their own: where they lie, what they hold,
and how those are removed that a judge left behind."""

from __future__ import annotations

import errno
import os
import time

STALE_S = 3600.0
"""A folder of a dead process is left alone for so long since it was last written to: in a container that
shares /tmp with this machine the process may live, under a pid that is not known here."""

ENTRY_BYTES = 4096
"""What a file or folder is counted for on top of its contents."""


def private_path() -> str:
    """Return a fresh name for a sandbox's folder; it is made only if it is needed."""
    return os.path.join(_place(), f"judge-{os.getpid()}-{os.urandom(6).hex()}")


def _place() -> str:
    """Return the folder that private folders are made in.

    Root's boxes run under another uid, which must be able to walk to the folder, so theirs lies in
    /tmp; others use their runtime folder, which is in memory and nobody else's.
    """
    if os.geteuid() != 0:
        for folder in (os.environ.get("XDG_RUNTIME_DIR"), os.environ.get("TMPDIR")):
            if folder and os.access(folder, os.W_OK | os.X_OK):
                return os.path.abspath(folder)
    return "/tmp"


def is_over(path: str, most_bytes: int) -> bool:
    """Whether all files below a folder take more than that on disk; follows no link.

    The worker may change the folder meanwhile: at worst too much is counted, which is its own loss. What it
    hides, below a folder that cannot be read or lies too deep, counts as too much.
    """
    found, folders = 0, [path]
    while folders:
        try:
            with os.scandir(folders.pop()) as entries:
                for entry in entries:
                    try:
                        blocks = entry.stat(follow_symlinks=False).st_blocks
                    except FileNotFoundError:  # it is gone
                        continue
                    found += ENTRY_BYTES + 512 * blocks
                    if found > most_bytes:
                        return True
                    if entry.is_dir(follow_symlinks=False):
                        folders.append(entry.path)
        except OSError as error:
            if error.errno in (errno.EACCES, errno.ENAMETOOLONG):
                return True
    return False


def sweep() -> None:
    """Remove the folders of judges that were killed before they could: this user's, long dead, by name."""
    try:
        with os.scandir(_place()) as entries:
            stale = [entry.path for entry in entries if _is_stale(entry)]
    except OSError:
        return
    for path in stale:
        remove_tree(path)


def _is_stale(entry: os.DirEntry[str]) -> bool:
    word, _, rest = entry.name.partition("-")
    pid, _, number = rest.partition("-")
    if word != "judge" or not (pid.isascii() and pid.isdigit()):
        return False
    if len(number) != 12 or not set(number) <= set("0123456789abcdef"):
        return False
    try:
        found = entry.stat(follow_symlinks=False)
        if not entry.is_dir(follow_symlinks=False) or found.st_uid != os.geteuid():
            return False
        return found.st_mtime < time.time() - STALE_S and not _is_alive(int(pid))
    except OSError:  # somebody else swept it
        return False


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True
    return True


def remove_tree(path: str) -> None:
    """Remove a folder that a worker wrote to, which is dead; follows no link."""
    import shutil

    try:
        for folder, names, _ in os.walk(path):
            for name in names:
                if not os.path.islink(os.path.join(folder, name)):
                    os.chmod(os.path.join(folder, name), 0o700)  # it may have locked us out
    except (OSError, RecursionError):
        pass
    try:
        shutil.rmtree(path, ignore_errors=True)
    except RecursionError:  # nested deeper than the interpreter follows; nothing a solution does
        pass
