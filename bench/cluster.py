"""A local Dask cluster beside worker processes of our own: the same submissions, alternating.

    python bench/cluster.py [--rounds 3] [--submissions 400] [--workers 2]

Wall time of judging, without the start of either engine. Prints a table and writes
bench/results/cluster.json. Target: the cluster at least 0.8 of `--jobs` with as many workers.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from judge import __version__
from judge.batch.cluster import Cluster
from judge.batch.pool import Pool
from judge.batch.requests import Request, Setup
from judge.batch.run import Workers
from judge.request import Options
from judge.spec.discover import Roots

RESULTS = Path(__file__).parent / "results" / "cluster.json"
PROBLEMS = Path(__file__).resolve().parents[1] / "problems"
SLUG = "min-stack"
TARGET = 0.8


def requests(roots: Roots, start: int, count: int) -> Iterator[Request]:
    """Accepted submissions, all different."""
    problem = roots.load(SLUG)
    source = problem.reference.read_bytes()
    for at in range(start, start + count):
        text = source + f"\n# {at}\n".encode()
        yield Request(at, str(at), SLUG, problem.version, "", "", text)


def rate(workers: Workers, roots: Roots, count: int) -> float:
    """Submissions per second of a warm engine."""
    list(workers.judge(requests(roots, 0, 32)))
    begin_s = time.perf_counter()
    verdicts = {str(answer.verdict) for answer in workers.judge(requests(roots, 32, count))}
    if verdicts != {"AC"}:
        raise SystemExit(f"not all accepted: {verdicts}")
    return count / (time.perf_counter() - begin_s)


def main() -> int:
    """Run."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--submissions", type=int, default=400)
    parser.add_argument("--workers", type=int, default=2)
    chosen = parser.parse_args()
    load = os.getloadavg()[0]
    roots = Roots.find([PROBLEMS])
    setup = Setup.of(roots, Options(complexity=False), "auto")
    found: list[tuple[float, float]] = []
    for _ in range(chosen.rounds):
        with Pool(setup, chosen.workers, roots.load) as pool:
            own = rate(pool, roots, chosen.submissions)
        with Cluster(setup, roots, None, chosen.workers) as cluster:
            found.append((own, rate(cluster, roots, chosen.submissions)))
    ratio = statistics.median(dask / own for own, dask in found)
    print(f"{'round':<8}{'--jobs /s':>12}{'Dask /s':>12}{'ratio':>8}")
    for at, (own, dask) in enumerate(found, 1):
        print(f"{at:<8}{own:>12.1f}{dask:>12.1f}{dask / own:>8.2f}")
    print(f"target >= {TARGET}: {'held' if ratio >= TARGET else 'NOT held'}, median {ratio:.2f}")
    print(f"load before: {load:.1f} on {os.cpu_count()} cores")
    RESULTS.parent.mkdir(exist_ok=True)
    document = {
        "judge": __version__,
        "python": platform.python_version(),
        "load_before": load,
        "workers": chosen.workers,
        "submissions": chosen.submissions,
        "rounds": [{"jobs": own, "dask": dask} for own, dask in found],
        "ratio": ratio,
    }
    RESULTS.write_text(json.dumps(document, indent=2) + "\n")
    return 0 if ratio >= TARGET else 1


if __name__ == "__main__":
    sys.exit(main())
