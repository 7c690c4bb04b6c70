"""Which backend to use: the one that was asked for, or the best that isolates here."""

from __future__ import annotations

import sys

from judge.errors import SandboxError, UsageError

TYPE_CHECKING = False

if TYPE_CHECKING:
    from judge.sandbox.contract import Backend

NAMES = ("auto", "local", "docker", "none")


def choose(name: str = "auto") -> Backend:
    """Return the backend called `name`; `auto` takes local on Linux, else docker, else none.

    Nothing is started. Raises UsageError for an unknown name.
    """
    if name == "local" or (name == "auto" and sys.platform.startswith("linux")):
        from judge.sandbox.local import LocalBackend

        return LocalBackend()
    if name == "none":
        from judge.sandbox.none import NoneBackend

        return NoneBackend()
    if name == "docker":
        from judge.sandbox.docker import DockerBackend

        return DockerBackend()
    if name == "auto":
        from judge.sandbox.docker import DockerBackend, engine_answers

        if engine_answers():
            return DockerBackend()
        from judge.sandbox.none import NoneBackend

        return NoneBackend()
    raise UsageError(f"unknown sandbox {name!r}: choose one of {', '.join(NAMES)}")


def require_isolation(isolated: bool, *, allowed: bool, asked: str = "auto") -> None:
    """Refuse work on many strangers' files without walls. Raises SandboxError, UsageError.

    `asked`: the backend that was asked for; who asks for none need not repair the machine.
    """
    if isolated or allowed:
        return
    if asked == "none":
        raise UsageError(
            "you chose the sandbox `none`, which isolates nothing, and a batch runs code of strangers: "
            "pass --allow-unisolated too, or leave --sandbox out"
        )
    raise SandboxError(
        "nothing isolates submissions here, and a batch runs code of strangers: "
        "repair what `judge doctor` names, or pass --allow-unisolated"
    )
