"""What one judging costs: cold, against the same calls in process, against pytest with Hypothesis.

    python bench/judging.py [--rounds N] [--slug SLUG]

Every figure is a ratio of medians taken alternately in this run; bench/results/judging.json has the figures.
Targets: cold `judge submit` at most 1.5 times `python -c "import click, pydantic"`; the corpus through the
sandboxed worker at most 1.25 times the CPU and 1.2 times the wall time of the same calls in process (the
same kept cases decoded, called and compared, without a wall); at
least 15 times faster, cold, than pytest with Hypothesis and as many cases; a first corpus in at most 3 s.
"""

from __future__ import annotations

import argparse
import gc
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from tabulate import tabulate

REPOSITORY = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(REPOSITORY))

from judge.cli.start import COLLECT_AFTER  # noqa: E402
from judge.generate.corpus import Batch, build_corpus  # noqa: E402
from judge.generate.load import load_tests  # noqa: E402
from judge.generate.oracle import Oracle  # noqa: E402
from judge.pipeline import Engine, Options, Submission  # noqa: E402
from judge.replay import launch_of, load_submission, opened, replay  # noqa: E402
from judge.spec.discover import Roots  # noqa: E402
from judge.spec.problem import Problem  # noqa: E402
from judge.wire.calls import CONSTRUCT  # noqa: E402
from judge.wire.packed import from_line  # noqa: E402
from judge.worker.submission import Submission as Loaded  # noqa: E402

PYTEST_FILE = '''
"""The obvious alternative: the reference, a model and rules in one process."""

import sys

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule

sys.path.insert(0, {reference!r})
from solution import MinStack


class Stack(RuleBasedStateMachine):
    def __init__(self):
        super().__init__()
        self.real, self.model = MinStack(), []

    @rule(val=st.integers(-(2**33), 2**33))
    def push(self, val):
        self.real.push(val)
        self.model.append(val)

    @precondition(lambda self: self.model)
    @rule()
    def pop(self):
        self.real.pop()
        self.model.pop()

    @precondition(lambda self: self.model)
    @rule()
    def top(self):
        assert self.real.top() == self.model[-1]

    @precondition(lambda self: self.model)
    @rule()
    def get_min(self):
        assert self.real.getMin() == min(self.model)


TestStack = Stack.TestCase
TestStack.settings = settings(
    max_examples={count}, stateful_step_count=50, deadline=None, database=None,
    suppress_health_check=list(HealthCheck),
)
'''


def run_command(command: list[str], env: dict[str, str] | None = None) -> float:
    """Return the wall seconds of a command that must succeed."""
    begin_s = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, cwd=REPOSITORY, env=env)
    return time.perf_counter() - begin_s


def measure_cold(slug: str, rounds: int) -> dict[str, float]:
    """Cold `judge submit` of the reference, its corpus warm, and the floor it is compared with."""
    submit = [
        sys.executable, "-c", "from judge.cli.start import main; raise SystemExit(main())",
        "submit", slug, str(REPOSITORY / "reference" / slug / "solution.py"), "--no-complexity",
    ]  # fmt: skip
    script = shutil.which("judge", path=str(Path(sys.executable).parent))
    if script is not None:
        submit[:3] = [script]
    floor = [sys.executable, "-c", "import click, pydantic"]
    run_command(submit)
    pairs = [(run_command(floor), run_command(submit)) for _ in range(rounds)]
    return {
        "floor_s": statistics.median(pair[0] for pair in pairs),
        "submit_s": statistics.median(pair[1] for pair in pairs),
    }


def measure_worker(engine: Engine, problem: Problem, rounds: int) -> dict[str, float]:
    """The corpus through the sandboxed worker, and the same calls and comparisons in this process."""
    corpus, _ = engine.corpus(problem, 0)
    source = problem.reference.read_bytes()
    loaded = Loaded(source, corpus.worker_spec)
    loaded.compile()
    loaded.start()
    figures: dict[str, list[float]] = {
        key: [] for key in ("worker_cpu", "worker_wall", "plain_cpu", "plain_wall")
    }
    for _ in range(rounds):
        with opened(engine.sandbox, launch_of(problem)) as session:
            assert load_submission(session, corpus.worker_spec, source, problem.limits) is None
            inside_s, outside_s, wall_s = session.cpu_time_s(), time.process_time(), time.perf_counter()
            done = replay(session, corpus.batches, len(corpus.properties))
            figures["worker_wall"].append(time.perf_counter() - wall_s)
            figures["worker_cpu"].append(session.cpu_time_s() - inside_s + time.process_time() - outside_s)
            assert done.ending is None
        cpu_s, wall_s = time.process_time(), time.perf_counter()
        for batch in corpus.batches:
            run_in_process(loaded, batch)
        figures["plain_wall"].append(time.perf_counter() - wall_s)
        figures["plain_cpu"].append(time.process_time() - cpu_s)
    return {key: statistics.median(values) for key, values in figures.items()}


def run_in_process(loaded: Loaded, batch: Batch) -> None:
    """Decode the same kept cases, make their calls without a wall, compare each result."""
    entry, names, void = loaded.entry, loaded.names, loaded.void
    answers: list[Any] = [from_line(line) for line in batch.expected.split(b"\n")]
    for (_, _, calls), expected in zip(batch.cases(), answers, strict=True):
        instances: dict[int, Any] = {}
        for (target, method, args), wanted in zip(calls, expected, strict=True):
            if method == CONSTRUCT:
                instances[target] = entry(*args)
                continue
            found = getattr(instances[target], names[method])(*args)
            if not void[method] and found != wanted:
                raise AssertionError((calls, wanted, found))


def measure_pytest(slug: str, count: int) -> float:
    """Wall seconds of pytest with a state machine and as many cases, cold."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "test_stack.py")
        path.write_text(PYTEST_FILE.format(reference=str(REPOSITORY / "reference" / slug), count=count))
        return run_command([sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(path)])


def measure_build(problem: Problem) -> float:
    """Wall seconds of drawing a corpus, answers and encoding included, with the command's own collector."""
    gc.set_threshold(COLLECT_AFTER, 20, 20)
    begin_s = time.perf_counter()
    build_corpus(Oracle(problem, load_tests(problem)), 0)
    return time.perf_counter() - begin_s


def main() -> None:
    """Measure, print the table, write the JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--slug", default="min-stack")
    chosen = parser.parse_args()
    roots = Roots.find(cwd=REPOSITORY)
    problem = roots.load(chosen.slug)
    with Engine("local") as engine:
        engine.judge(problem, Submission.read(problem.reference), Options(complexity=False))
        cold = measure_cold(chosen.slug, chosen.rounds)
        worker = measure_worker(engine, problem, chosen.rounds)
        cases = engine.corpus(problem, 0)[0].cases
    pytest_s = measure_pytest("min-stack", cases)
    builds = {slug: measure_build(roots.load(slug)) for slug in roots.slugs()}
    slowest = max(builds, key=lambda slug: builds[slug])
    rows = [
        ("cold submit / import click, pydantic", cold["submit_s"], cold["floor_s"], "<= 1.5"),
        ("corpus in the worker / in process, CPU", worker["worker_cpu"], worker["plain_cpu"], "<= 1.25"),
        ("corpus in the worker / in process, wall", worker["worker_wall"], worker["plain_wall"], "<= 1.2"),
        ("pytest and Hypothesis / cold submit", pytest_s, cold["submit_s"], ">= 15"),
        (f"first corpus, slowest ({slowest}) / 1 s", builds[slowest], 1.0, "<= 3"),
    ]
    table = [
        [name, f"{a * 1e3:.1f}", f"{b * 1e3:.1f}", f"{a / b:.2f}", target] for name, a, b, target in rows
    ]
    print(tabulate(table, headers=["what", "ms", "against ms", "ratio", "target"]))
    place = REPOSITORY / "bench" / "results"
    place.mkdir(exist_ok=True)
    record = {"cold": cold, "worker": worker, "pytest_s": pytest_s, "cases": cases, "builds_s": builds}
    (place / "judging.json").write_text(json.dumps(record, indent=1) + "\n")


if __name__ == "__main__":
    main()
