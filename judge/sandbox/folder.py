"""Where private work folders lie on disk, for boxes that have no tmpfs of their own."""

from __future__ import annotations

import os


def private_path() -> str:
    """Return a fresh name for a sandbox's folder; it is made only if it is needed.

    Root's boxes run under another uid, which must be able to walk to the folder, so theirs lies in
    /tmp; others use their runtime folder, which is in memory and nobody else's.
    """
    name = f"judge-{os.getpid()}-{os.urandom(6).hex()}"
    if os.geteuid() != 0:
        for folder in (os.environ.get("XDG_RUNTIME_DIR"), os.environ.get("TMPDIR")):
            if folder and os.access(folder, os.W_OK | os.X_OK):
                return os.path.join(os.path.abspath(folder), name)
    return os.path.join("/tmp", name)


def remove_tree(path: str) -> None:
    """Remove a folder that a worker without walls wrote to; the worker is dead."""
    import shutil

    try:
        shutil.rmtree(path, ignore_errors=True)
    except RecursionError:  # nested deeper than the interpreter follows; nothing a solution does
        pass
