"""What was found in order, kept by content: the same files, judge, Python and packages need no second look.

Only what passed is kept. What failed is always tried again, so a fault that noise made does not stay.
"""

from __future__ import annotations

import functools
import hashlib
import json
import sys
from importlib.metadata import packages_distributions, version
from pathlib import Path
from typing import Any

from judge import cache
from judge.generate.corpus import drawn_with
from judge.spec.problem import Problem
from judge.version import __version__

_ROOM = "verify"

_BESIDE = ("cli", "report", "history", "rounds", "batch")
"""Rooms that cannot change what the gate finds."""


@functools.cache
def _judge_digest() -> str:
    """Hash the judge's own code and what cases are drawn with: a change to either makes every proof stale."""
    package = Path(__file__).resolve().parents[1]
    known = f"{__version__}/{sys.version}/{drawn_with()}"
    digest = hashlib.sha256(known.encode())
    for path in sorted(package.rglob("*.py")):
        name = path.relative_to(package)
        if name.parts[0] not in _BESIDE:
            digest.update(f"{name}\0".encode() + path.read_bytes())
    return digest.hexdigest()


@functools.cache
def _versions(packages: tuple[str, ...]) -> tuple[str, ...]:
    """Return the distributions that packages are imported from, with their versions."""
    if not packages:
        return ()
    sources = packages_distributions()
    return tuple(f"{name} {version(name)}" for package in packages for name in sources.get(package, ()))


def digest_of(problem: Problem, *files: Path) -> str:
    """Hash what every judging of a problem depends on, and the files given."""
    told = (problem.entry, problem.limits, problem.bounds, problem.space, problem.forbid, problem.requires)
    budgets = (problem.operation_budget_s, problem.complexity_budget_s)
    packages = _versions(problem.requires)
    digest = hashlib.sha256(f"{_judge_digest()}/{told!r}/{budgets!r}/{packages!r}".encode())
    hidden = (problem.folder / "tests.py", problem.folder / "workload.py")
    for path in (*hidden, problem.reference, *files):
        body = path.read_bytes()
        digest.update(f"{path.name}\0{len(body)}\0".encode() + body)
    return digest.hexdigest()


class Proofs:
    """Kept answers; with `fresh` nothing is read, only written."""

    def __init__(self, fresh: bool = False) -> None:
        self._fresh = fresh

    def read(self, what: str, digest: str) -> Any:
        """Return what was kept, or None."""
        if self._fresh:
            return None
        body = cache.read(_ROOM, _key(what, digest))
        try:
            return None if body is None else json.loads(body)
        except ValueError:
            return None

    def keep(self, what: str, digest: str, answer: Any) -> None:
        """Keep an answer as JSON; a cache that cannot be written costs time, not answers."""
        cache.write(_ROOM, _key(what, digest), json.dumps(answer).encode())


def _key(what: str, digest: str) -> str:
    return hashlib.sha256(f"{what}/{digest}".encode()).hexdigest()
