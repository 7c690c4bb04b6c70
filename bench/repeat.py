"""Is the same file judged the same every time?

    python -m bench.repeat [SLUG ...] [--times 100] [--kinds ac,wa,rte,tle,mle,ole,ce,cx]
                           [--measure] [--busy] [--json FILE]

Judges the reference, every other accepted solution and every wrong/ file of each problem again and again in
one warm engine, as `judge submit` does, and counts the verdicts. The prefix of a wrong file's name says which
one is right; cx_ files are measured every time, accepted ones with --measure, the others never. With --busy
endless loops run beside it, one for each core but one. Ctrl-C ends it early, with the rounds done so far.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import statistics
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from judge.api import cores
from judge.pipeline import Engine, Options, Submission
from judge.spec.discover import Roots
from judge.spec.problem import Problem


def files_of(problem: Problem) -> Iterator[tuple[str, Path]]:
    """Yield (expected verdict, file)."""
    for path in problem.accepted():
        yield "AC", path
    for path in problem.wrong():
        yield path.name.partition("_")[0].upper(), path


@contextlib.contextmanager
def busy_loops(count: int) -> Iterator[None]:
    """Keep so many processes running that never rest."""
    loops = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(count)]
    try:
        yield
    finally:
        for loop in loops:
            loop.kill()
            loop.wait()


@dataclass
class Tally:
    """One file, and how it was judged so far."""

    problem: Problem
    expected: str
    path: Path
    verdicts: Counter[str] = field(default_factory=Counter)
    codes: set[str] = field(default_factory=set)
    others: list[str] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)

    def judge(self, engine: Engine, *, measure: bool) -> None:
        """Judge once more; say at once when the verdict is another one."""
        started = time.perf_counter()
        found = engine.judge(self.problem, Submission.read(self.path), Options(complexity=measure))
        self.seconds.append(time.perf_counter() - started)
        self.verdicts[str(found.verdict)] += 1
        self.codes.add(found.counterexample.code if found.counterexample else "")
        if str(found.verdict) != self.expected:
            self.others.append(found.message)
            print(f"{self.problem.slug} {self.path.name}: {found.verdict} ({found.message})", flush=True)

    def row(self) -> dict[str, object]:
        """Return the figures of the file."""
        return {
            "problem": self.problem.slug, "file": self.path.name, "expected": self.expected,
            "verdicts": dict(self.verdicts), "counterexamples": len(self.codes),
            "median_s": round(statistics.median(self.seconds or [0.0]), 3),
            "max_s": round(max(self.seconds, default=0.0), 3), "other": self.others[:3],
        }  # fmt: skip


def main() -> int:
    """Judge, print a line for each file, and return 1 when a verdict was not the expected one."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("slugs", nargs="*")
    parser.add_argument("--times", type=int, default=100)
    parser.add_argument("--kinds", default="ac,wa,rte,tle,mle,ole,ce,cx")
    parser.add_argument("--measure", action="store_true", help="Measure the accepted solutions too.")
    parser.add_argument("--busy", action="store_true", help="With a busy loop on every other core.")
    parser.add_argument("--json", type=Path)
    arguments = parser.parse_args()
    kinds = {kind.upper() for kind in arguments.kinds.split(",")}
    roots = Roots.find()
    measured = {"CX", "AC"} if arguments.measure else {"CX"}
    tallies = [
        Tally(problem, expected, path)
        for problem in map(roots.load, arguments.slugs or roots.slugs())
        for expected, path in files_of(problem)
        if expected in kinds
    ]
    with (
        busy_loops(cores() - 1 if arguments.busy else 0),
        Engine() as engine,
        contextlib.suppress(KeyboardInterrupt),
    ):
        for _ in range(arguments.times):
            for tally in tallies:
                tally.judge(engine, measure=tally.expected in measured)
    rows = [tally.row() for tally in tallies]
    for row in rows:
        print(json.dumps(row))
    odd = sum(len(tally.others) for tally in tallies)
    print(f"{sum(len(tally.seconds) for tally in tallies)} judgings, {odd} not as expected")
    if arguments.json:
        arguments.json.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")
    return int(odd > 0)


if __name__ == "__main__":
    sys.exit(main())
