"""How much of the machine a batch turns into verdicts.

    python bench/throughput.py [--rounds 3] [--submissions 60] [--jobs N] [--problems min-stack,...]

For each problem, in the same rounds, alternating:

  limit     a process for each core: boxes one after the other, each opened, asked for the first reply of a
            trivial submission, and taken down (the sandbox's start-up, sustained); then, as often, the calls
            of the whole corpus in this process, decoded before, without any isolation
  batch     `jobs` warm workers over different accepted submissions, complexity off
  pytest    a process of pytest + Hypothesis for each core, one a submission, unsandboxed, drawing as many
            examples as the corpus has cases (min-stack only: the test has to be written by hand)

Prints a table and writes bench/results/throughput.json. Targets: batch at least 0.8 of the limit, and at
least 20 times pytest.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from judge import __version__
from judge.api import cores
from judge.batch.pool import Pool
from judge.batch.requests import Request, Setup
from judge.pipeline import Engine
from judge.replay import launch_of, load_submission, opened
from judge.request import Options
from judge.spec.discover import Roots
from judge.spec.problem import Problem
from judge.wire.calls import CONSTRUCT, FLAG_FORMS

RESULTS = Path(__file__).parent / "results" / "throughput.json"
ROOTS = [Path(__file__).resolve().parents[1] / "problems"]
PROBLEMS = "min-stack,lru-cache,median-stack,hash-map"
TARGET_LIMIT, TARGET_PYTEST = 0.8, 20.0
WARM = 4
"""Submissions that a process judges before it counts."""

HYPOTHESIS_TEST = """
from hypothesis import HealthCheck, given, settings, strategies as st

{source}

calls = st.lists(
    st.one_of(
        st.tuples(st.just("push"), st.integers(-(2**31), 2**31 - 1)),
        st.sampled_from([("pop",), ("top",), ("getMin",)]),
    ),
    max_size=50,
)


@settings(max_examples={examples}, deadline=None, database=None, suppress_health_check=list(HealthCheck))
@given(calls)
def test_min_stack(calls):
    stack, model = MinStack(), []
    for name, *args in calls:
        if name == "push":
            stack.push(*args)
            model.append(*args)
        elif model:
            answer = getattr(stack, name)()
            if name == "pop":
                model.pop()
            else:
                assert answer == (model[-1] if name == "top" else min(model))
"""


# -- the limit ------------------------------------------------------------------------------------------


def run_in_process(problem: Problem, cases: list[Any], source: bytes) -> float:
    """Return the seconds that the corpus's calls take here, each case on fresh instances as it says."""
    space: dict[str, Any] = {}
    exec(compile(source, "solution.py", "exec"), space)
    entry = problem.entry
    names = [method.name for method in entry.methods]
    begin_s = time.perf_counter()
    for _flags, _seed, calls in cases:
        instances: dict[int, Any] = {}
        results = []
        for target, method, args in calls:
            if method == CONSTRUCT:
                instances[target] = space[entry.class_name](*args)
            else:
                results.append(getattr(instances[target], names[method])(*args))
    return time.perf_counter() - begin_s


def run_baseline(slug: str, count: int) -> None:
    """Child process: print the seconds of `count` start-ups, of the first replies in them, and of the calls.

    The first reply is there sooner than a box costs: it was made ready before, and is taken down after, both
    by the zygote, beside whatever else runs. A batch has no idle time in which that is free, so the limit's
    start-up is the whole of it.
    """
    problem = Roots.find(ROOTS).load(slug)
    source = problem.reference.read_bytes()
    methods = "".join(f"\n    def {m.name}(self, *a): pass" for m in problem.entry.methods)
    trivial = f"class {problem.entry.class_name}:\n    def __init__(self, *a): pass{methods}\n".encode()
    with Engine() as engine:
        corpus, _ = engine.corpus(problem, 0)
        replies_s = 0.0
        begin_s = time.perf_counter()
        for _ in range(count):
            opened_s = time.perf_counter()
            with opened(engine.sandbox, launch_of(problem)) as session:
                if load_submission(session, corpus.worker_spec, trivial, problem.limits) is not None:
                    raise SystemExit("the trivial submission does not load")
                replies_s += time.perf_counter() - opened_s
        startup_s = time.perf_counter() - begin_s
        cases = [case for batch in corpus.batches for case in batch.cases()]
        calls_s = sum(run_in_process(problem, cases, source) for _ in range(count))
    print(json.dumps([startup_s, replies_s, calls_s]))


def run_children(words: list[str], jobs: int = 1) -> list[Any]:
    """Run `jobs` children of this file at once; return what they print."""
    children = [
        subprocess.Popen([sys.executable, __file__, *words], stdout=subprocess.PIPE, text=True)
        for _ in range(jobs)
    ]
    printed = [child.communicate()[0] for child in children]
    if any(child.returncode for child in children):
        raise SystemExit(f"{' '.join(words)} failed")
    return [json.loads(text) for text in printed]


def limit_of(slug: str, count: int, jobs: int) -> dict[str, float]:
    """Return the limit's rate, and the parts of it."""
    done = max(1, count // jobs)
    figures = run_children(["--baseline", slug, "--submissions", str(done)], jobs)
    return {
        "limit": sum(done / (startup_s + calls_s) for startup_s, _, calls_s in figures),
        "startup_ms": 1e3 * statistics.mean(startup_s / done for startup_s, _, _ in figures),
        "reply_ms": 1e3 * statistics.mean(replies_s / done for _, replies_s, _ in figures),
        "calls_ms": 1e3 * statistics.mean(calls_s / done for _, _, calls_s in figures),
    }


# -- the batch ------------------------------------------------------------------------------------------


def run_batch(slug: str, count: int, jobs: int) -> None:
    """Child process: print the seconds from the first answer of warm workers to the last."""
    roots = Roots.find(ROOTS)
    problem = roots.load(slug)
    source = problem.reference.read_bytes()

    def requests(start: int, number: int) -> Any:
        for at in range(start, start + number):
            text = source + f"\n# {at}\n".encode()
            yield Request(at, str(at), slug, problem.version, "", "", text)

    setup = Setup.of(roots, Options(complexity=False), "auto")
    with Pool(setup, jobs, roots.load) as pool:
        list(pool.judge(requests(0, WARM * jobs)))
        begin_s = time.perf_counter()
        verdicts = [str(answer.verdict) for answer in pool.judge(requests(WARM * jobs, count))]
        spent_s = time.perf_counter() - begin_s
    if verdicts != ["AC"] * count:
        raise SystemExit(f"{slug}: not all accepted: {sorted(set(verdicts))}")
    print(json.dumps(spent_s))


def batch_of(slug: str, count: int, jobs: int) -> dict[str, float]:
    """Return the batch's rate."""
    (spent_s,) = run_children(["--batch", slug, "--jobs", str(jobs), "--submissions", str(count)])
    return {"batch": count / spent_s}


def pytest_rate(problem: Problem, examples: int, jobs: int) -> float:
    """Return processes of pytest + Hypothesis per second."""
    with tempfile.TemporaryDirectory() as folder:
        test = Path(folder) / "test_min_stack.py"
        source = problem.reference.read_text()
        test.write_text(HYPOTHESIS_TEST.format(source=source, examples=examples))
        words = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(test)]
        begin_s = time.perf_counter()
        children = [subprocess.Popen(words, cwd=folder, stdout=subprocess.DEVNULL) for _ in range(jobs)]
        if any(child.wait() for child in children):
            raise SystemExit("the Hypothesis test of the reference fails")
        return jobs / (time.perf_counter() - begin_s)


def measure(slug: str, rounds: int, count: int, jobs: int) -> dict[str, Any]:
    """Measure one problem."""
    problem = Roots.find(ROOTS).load(slug)
    with Engine() as engine:
        corpus, _ = engine.corpus(problem, 0)
        engine.killers(problem, 0, corpus)
    if any(case[0] & FLAG_FORMS for batch in corpus.batches for case in batch.cases()):
        print(f"{slug}: its arguments are not plain; left out", file=sys.stderr)
        return {}
    found: list[dict[str, float]] = []
    for _ in range(rounds):
        entry = limit_of(slug, count, cores()) | batch_of(slug, count, jobs)
        if slug == "min-stack":
            entry["pytest"] = pytest_rate(problem, corpus.cases, cores())
        found.append(entry)
    middle = {name: statistics.median(each[name] for each in found) for name in found[0]}
    middle["of_limit"] = statistics.median(each["batch"] / each["limit"] for each in found)
    if slug == "min-stack":
        middle["times_pytest"] = statistics.median(each["batch"] / each["pytest"] for each in found)
    return {"problem": slug, "cases": corpus.cases, **middle, "rounds": found}


def main() -> None:
    """Run."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--submissions", type=int, default=60)
    parser.add_argument("--jobs", type=int, default=cores())
    parser.add_argument("--problems", default=PROBLEMS)
    parser.add_argument("--baseline", help=argparse.SUPPRESS)
    parser.add_argument("--batch", help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.baseline:
        run_baseline(chosen.baseline, chosen.submissions)
        return
    if chosen.batch:
        run_batch(chosen.batch, chosen.submissions, chosen.jobs)
        return
    load = os.getloadavg()[0]
    slugs = chosen.problems.split(",")
    rows = [measure(slug, chosen.rounds, chosen.submissions, chosen.jobs) for slug in slugs]
    rows = [row for row in rows if row]
    heads = ("start-up ms", "calls ms", "limit/s", "batch/s", "of limit", "x pytest")
    print(f"{'problem':<14}" + "".join(f"{head:>12}" for head in heads))
    for row in rows:
        cells = [f"{row[name]:.1f}" for name in ("startup_ms", "calls_ms", "limit", "batch")]
        cells.append(f"{row['of_limit']:.2f}")
        cells.append(f"{row['times_pytest']:.0f}" if "times_pytest" in row else "")
        print(f"{row['problem']:<14}" + "".join(f"{cell:>12}" for cell in cells))
    held = bool(rows) and all(
        row["of_limit"] >= TARGET_LIMIT and row.get("times_pytest", TARGET_PYTEST) >= TARGET_PYTEST
        for row in rows
    )
    print(f"of limit >= {TARGET_LIMIT}, x pytest >= {TARGET_PYTEST:g}: {'held' if held else 'NOT held'}")
    print(f"load before: {load:.1f} on {os.cpu_count()} cores")
    RESULTS.parent.mkdir(exist_ok=True)
    document = {
        "judge": __version__,
        "python": platform.python_version(),
        "cores": os.cpu_count(),
        "load_before": load,
        "jobs": chosen.jobs,
        "targets_held": held,
        "problems": rows,
    }
    RESULTS.write_text(json.dumps(document, indent=2) + "\n")


if __name__ == "__main__":
    main()
