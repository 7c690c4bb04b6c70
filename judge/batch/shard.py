"""What runs in a Dask worker: the problems, unpacked once, and a shard judged by processes of our own."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from judge.batch.requests import Answer, Request, Setup
from judge.batch.shipping import unpack
from judge.errors import JudgeError, UsageError
from judge.spec.discover import Roots
from judge.version import __version__

if TYPE_CHECKING:
    from judge.batch.pool import Pool

ALLOWED_FAILURES = 5
"""Workers that may die under a shard before Dask gives it up; its own default is 3."""


def version_here() -> str:
    """The judge's version in this process."""
    return __version__


def raise_allowed_failures(dask_scheduler: Any) -> None:
    """Have a scheduler bear as many deaths as we do; runs in it."""
    dask_scheduler.allowed_failures = max(dask_scheduler.allowed_failures, ALLOWED_FAILURES)


def as_plugin(problems: ProblemSet) -> Any:
    """Wrap for Dask, which tells plugins by their class; that class is not there without the extra."""
    from distributed.diagnostics.plugin import WorkerPlugin

    class Plugin(WorkerPlugin):
        idempotent = True

        def setup(self, worker: Any) -> None:
            problems.setup(worker)

        def teardown(self, worker: Any) -> None:
            problems.teardown(worker)

    return Plugin()


@dataclass
class ProblemSet:
    """A Dask worker plugin: the problems, unpacked once, and the processes that judge by them.

    Also reaches workers that join later.
    """

    archive: bytes
    digest: str

    def setup(self, worker: Any) -> None:
        """Unpack. Raises JudgeError."""
        shelf = _Shelf(unpack(self.archive))
        _shelves(worker)[self.digest] = shelf

    def teardown(self, worker: Any) -> None:
        """End the processes."""
        shelf = _shelves(worker).pop(self.digest, None)
        if shelf is not None:
            shelf.close()


class _Shelf:
    """One problem set in a Dask worker, with a pool of one process for each of its threads."""

    def __init__(self, roots: Roots) -> None:
        self._roots = roots
        self._pools: dict[tuple[int, str], Pool] = {}

    def judge(self, setup_text: str, requests: Iterator[Request]) -> list[Answer]:
        """Judge in this thread's pool. Raises what its `judge` does."""
        key = (threading.get_ident(), setup_text)
        if key not in self._pools:
            self._pools[key] = self._make(setup_text)
        pool = self._pools[key]
        try:
            return list(pool.judge(requests))
        except BaseException:
            # It still holds what it was given, and would answer that beside the retry's own
            self._pools.pop(key, None)
            pool.close()
            raise

    def _make(self, setup_text: str) -> Pool:
        from judge.batch.pool import Pool

        setup = replace(
            Setup.from_json(setup_text),
            roots=tuple(str(folder) for folder in self._roots.folders),
            workspace=str(self._roots.workspace),
        )
        return Pool(setup, 1, self._roots.load)

    def close(self) -> None:
        for pool in self._pools.values():
            pool.close()
        self._pools.clear()


def _shelves(worker: Any) -> dict[str, _Shelf]:
    found: dict[str, _Shelf] = vars(worker).setdefault("judge_problem_sets", {})
    return found


def judge_shard(setup_text: str, version: str, digest: str, lines: list[bytes]) -> list[Answer]:
    """Judge a shard; runs in a Dask worker. Raises UsageError for another version of the judge."""
    from distributed import get_worker

    worker = get_worker()
    if version != __version__:
        raise UsageError(mismatch(worker.address, __version__, version))
    shelf = _shelves(worker).get(digest)
    if shelf is None:
        raise JudgeError(f"the worker {worker.address} did not get the problems")
    return shelf.judge(setup_text, (Request.from_line(line) for line in lines))


def mismatch(worker: str, theirs: str, ours: str) -> str:
    """The words for a worker whose judge is another."""
    return f"the worker {worker} has judge {theirs}, this is {ours}; install the same version on both"
