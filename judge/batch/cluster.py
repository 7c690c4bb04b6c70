"""The same batch over a Dask cluster (the extra `cluster`).

Theory of operation: requests travel in shards, so that the scheduler's part of each is small, and a bounded
number of shards is under way, so that the client's memory is. In each Dask worker one worker process of our
own (pool.py) judges; a submission that takes it along costs only that process, and is found there. A Dask
worker that dies has its shards judged again by others, more often than Dask would by itself
(`allowed-failures`). A shard that ends even so is cut into single submissions, and one of those that ends
again is IE. The problem set is shipped by content; a worker with another version of the judge is refused.
"""

from __future__ import annotations

import importlib
import importlib.util
import math
import os
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from itertools import islice
from queue import Empty, SimpleQueue
from typing import Any

from judge.batch.requests import Answer, Request, Setup, give_up
from judge.batch.shard import (
    ALLOWED_FAILURES,
    ProblemSet,
    as_plugin,
    judge_shard,
    mismatch,
    raise_allowed_failures,
    version_here,
)
from judge.batch.shipping import digest_of, pack
from judge.errors import JudgeError, SandboxError, UsageError
from judge.spec.discover import Roots
from judge.version import __version__

SHARD = 32
"""Submissions that travel together; fewer at first, so that every worker has some."""

FIRST_SHARD = 4

SHARDS_AHEAD = 2
"""Shards for each thread of the cluster: one that is judged, one that waits there."""

CONNECT_S = 10.0

LOOK_S = 1.0
"""How often to see that the scheduler still lives while no answer comes."""

WORKERLESS_S = 120.0
"""How long a cluster may be without any worker: those that start again after a failure take seconds."""

REVIVE_S = 5.0
"""Seconds without a worker after which a local cluster is given new ones."""
RETRIES = 3
"""Of a shard whose worker could not start a judge."""


class _Condemned(Exception):
    """Too many Dask workers ended over a shard."""


class Cluster:
    """Workers for a batch, on a Dask cluster. A context manager; one `judge` at a time."""

    def __init__(self, setup: Setup, roots: Roots, scheduler: str | None, local_workers: int = 0) -> None:
        """`scheduler`: an address, or None to start `local_workers` here. Raises UsageError."""
        if importlib.util.find_spec("distributed") is None:
            raise UsageError("a cluster needs Dask: pip install 'interview-judge[cluster]'")
        self._setup = setup
        self._roots = roots
        self._scheduler = scheduler
        self._local_workers = local_workers
        self._local: Any = None
        self._client: Any = None
        self._threads = 1
        self._digest = ""
        self._token = os.urandom(4).hex()
        self._submitted = 0

    def __enter__(self) -> Cluster:
        try:
            self._connect()
            self._prepare()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def close(self) -> None:
        """Leave the cluster; end it where it was started here."""
        for each in (self._client, self._local):
            if each is not None:
                try:
                    each.close(timeout=5)
                except Exception:
                    continue  # the scheduler is gone; what was judged is in the journal
        self._client = self._local = None

    # -- the cluster --------------------------------------------------------------------------------

    def _connect(self) -> None:
        import logging

        import dask

        distributed: Any = importlib.import_module("distributed")  # most of it has no types

        # What goes wrong is said once, by us; Dask's own lines would run through the progress bar.
        for name in ("distributed", "distributed.client"):  # whose level Dask sets apart
            logging.getLogger(name).setLevel(logging.CRITICAL)
        if self._scheduler is None:
            with dask.config.set({"distributed.scheduler.allowed-failures": ALLOWED_FAILURES}):
                self._local = distributed.LocalCluster(
                    n_workers=self._local_workers,
                    threads_per_worker=1,
                    processes=True,
                    dashboard_address="127.0.0.1:0",
                    silence_logs=logging.CRITICAL,
                )
        address: Any = self._local if self._local is not None else self._scheduler
        found: SimpleQueue[Any] = SimpleQueue()

        def connect() -> None:
            try:
                found.put(distributed.Client(address, timeout=CONNECT_S, set_as_default=False))
            except Exception as error:  # whatever a peer that is no scheduler makes of it
                found.put(error)

        # In a thread, since Dask's own timeout does not hold once something accepts the connection
        threading.Thread(target=connect, name="judge-connecting", daemon=True).start()
        try:
            client = found.get(timeout=2 * CONNECT_S)
        except Empty:
            client = TimeoutError(f"nothing in {2 * CONNECT_S:g} s")
        if isinstance(client, Exception):
            raise UsageError(f"no Dask scheduler answers at {self._scheduler} ({_line(client)})")
        self._client = client

    def _prepare(self) -> None:
        """See that all workers can judge, and give them the problems."""
        client = self._connected()
        threads: dict[str, int] = client.nthreads()
        if not threads:
            raise UsageError(
                f"the cluster at {self._scheduler} has no workers; start some with `dask worker`"
            )
        self._threads = sum(threads.values())
        versions: dict[str, Any] = client.run(version_here, on_error="return")
        for worker, version in versions.items():
            if isinstance(version, BaseException):
                raise UsageError(
                    f"the worker {worker} cannot judge ({_line(version)}); install judge {__version__} there"
                )
            if version != __version__:
                raise UsageError(mismatch(worker, version, __version__))
        client.run_on_scheduler(raise_allowed_failures)
        archive = pack(self._roots)
        self._digest = digest_of(archive)
        plugin = ProblemSet(archive, self._digest)
        client.register_plugin(as_plugin(plugin), name=f"judge-{self._digest}")

    def _connected(self) -> Any:
        assert self._client is not None, "used outside its `with`"
        return self._client

    # -- judging ------------------------------------------------------------------------------------

    def judge(
        self,
        requests: Iterator[Request],
        may_feed: Callable[[], bool] = lambda: True,
        *,
        until_s: float = math.inf,
    ) -> Iterator[Answer]:
        """Judge lazily; the answers of a shard come together. Raises JudgeError without a scheduler.

        From `until_s` of the monotonic clock on, what is under way is waited for no more.
        """
        done: SimpleQueue[Any] = SimpleQueue()
        under_way: dict[object, tuple[list[Request], bool]] = {}
        again: deque[list[Request]] = deque()
        suspects: deque[Request] = deque()
        more, size = True, FIRST_SHARD
        while True:
            # Dask blames a worker's death on all that it had, so suspects run with nothing else under way
            while len(under_way) < (
                1
                if suspects or any(lonely for _, lonely in under_way.values())
                else SHARDS_AHEAD * self._threads
            ):
                alone = bool(suspects)
                if alone:
                    shard = [suspects.popleft()]
                elif again:
                    shard = again.popleft()
                elif more and (not under_way or may_feed()):
                    shard = list(islice(requests, size))
                    more, size = len(shard) == size, min(SHARD, size * 2)
                else:
                    break
                if shard:
                    future = self._submit(shard)
                    under_way[future.key] = shard, alone
                    future.add_done_callback(done.put)
            if not under_way:
                return
            future = self._next(done, until_s)
            if future is None:
                return
            shard, alone = under_way.pop(future.key)
            try:
                yield from self._answers(future, shard, again)
            except _Condemned as condemned:
                if alone:
                    yield self._give_up(shard[0], condemned)
                else:
                    suspects.extend(shard)

    def _submit(self, shard: list[Request]) -> Any:
        self._submitted += 1
        return self._connected().submit(
            judge_shard,
            self._setup.to_json(),
            __version__,
            self._digest,
            [request.to_line() for request in shard],
            key=f"judge-{self._token}-{self._submitted}",
            retries=RETRIES,
            pure=False,
        )

    def _next(self, done: SimpleQueue[Any], until_s: float) -> Any:
        """Wait for a shard, and notice when nobody will ever answer; None when time is over.

        Raises JudgeError.
        """
        seen_s = revived_s = time.monotonic()
        while True:
            left_s = until_s - time.monotonic()
            if left_s <= 0:
                return None
            try:
                return done.get(timeout=min(LOOK_S, left_s))
            except Empty:
                self._require_scheduler()
            if self._connected().scheduler_info()["workers"]:
                seen_s = time.monotonic()
                continue
            if self._local is not None and time.monotonic() > max(seen_s, revived_s) + REVIVE_S:
                # A nanny gives up when its worker dies before it has quite started; these are ours to replace
                self._local.scale(0)
                self._local.scale(self._local_workers)
                revived_s = time.monotonic()
            if time.monotonic() > seen_s + WORKERLESS_S:
                raise JudgeError(
                    f"the cluster has had no worker for {WORKERLESS_S:g} s; every verdict that came is kept, "
                    "start workers and run the same command again to go on"
                )

    def _require_scheduler(self) -> None:
        if self._connected().status != "running":
            raise JudgeError(
                f"the Dask scheduler {self._scheduler or 'of the local cluster'} is gone; every verdict that "
                "came is kept, run the same command again to go on"
            )

    def _answers(self, future: Any, shard: list[Request], again: deque[list[Request]]) -> Iterator[Answer]:
        """Take a shard's answers. Raises _Condemned when too many workers ended over it."""
        from distributed import KilledWorker

        if future.status == "finished":
            yield from future.result(timeout=CONNECT_S)
            return
        if future.status != "error":  # cancelled or lost: with the scheduler, or by somebody else
            time.sleep(LOOK_S)
            self._require_scheduler()
            again.append(shard)
            return
        error: Any = future.exception(timeout=CONNECT_S)
        if not isinstance(error, KilledWorker):
            raise error if isinstance(error, JudgeError) else SandboxError(f"a worker failed: {_line(error)}")
        raise _Condemned(f"more than {ALLOWED_FAILURES} Dask workers ended while judging this")

    def _give_up(self, request: Request, condemned: _Condemned) -> Answer:
        return give_up(request, self._roots.load(request.problem), self._setup, str(condemned))


def _line(error: object) -> str:
    return " ".join(f"{type(error).__name__}: {error}".split())[:300]
