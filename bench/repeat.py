"""Is the same file judged the same every time?

    python -m bench.repeat [SLUG ...] [--times 100] [--kinds ac,wa,rte,tle,mle,ole,ce,cx]
                           [--measure] [--busy] [--json FILE]

Judges the reference, every other accepted solution and every wrong/ file of each problem again and again in
one warm engine, as `judge submit` does, and counts the verdicts. The prefix of a wrong file's name says which
one is right; cx_ files are measured every time, accepted ones with --measure, the others never. With --busy
endless loops run beside it, one for each core but one. Ctrl-C ends it early, with the rounds done so far.
FILE is written after every round, and its rounds count: a hundred of them need not be one sitting.
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
from typing import Any

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

    def go_on_from(self, row: dict[str, Any]) -> None:
        """Take what an earlier run found of this file, as `row` gave it."""
        self.verdicts.update(row["verdicts"])
        self.codes.update(row["counterexamples"])
        self.others += row["other"]
        self.seconds += row["seconds"]

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

    def row(self) -> dict[str, Any]:
        """Return the figures of the file."""
        return {
            "problem": self.problem.slug, "file": self.path.name, "expected": self.expected,
            "verdicts": dict(self.verdicts), "counterexamples": sorted(self.codes), "other": self.others,
            "seconds": [round(seconds, 3) for seconds in self.seconds],
        }  # fmt: skip

    def __str__(self) -> str:
        found = ", ".join(f"{verdict} {count}" for verdict, count in self.verdicts.items())
        seconds = self.seconds or [0.0]
        return (
            f"{self.problem.slug} {self.path.name}: {found}; counterexamples: {len(self.codes - {''})}; "
            f"median {statistics.median(seconds):.1f} s, most {max(seconds):.1f} s"
        )


def keep(tallies: list[Tally], path: Path | None) -> None:
    """Write what was found so far, a line for each file."""
    if path:
        rows = ",\n".join(json.dumps(tally.row()) for tally in tallies)
        path.write_text(f"[\n{rows}\n]\n", encoding="utf-8")


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
    if arguments.json and arguments.json.exists():
        kept = {(row["problem"], row["file"]): row for row in json.loads(arguments.json.read_text("utf-8"))}
        for tally in tallies:
            if row := kept.get((tally.problem.slug, tally.path.name)):
                tally.go_on_from(row)
    with (
        busy_loops(cores() - 1 if arguments.busy else 0),
        Engine() as engine,
        contextlib.suppress(KeyboardInterrupt),
    ):
        while min(len(tally.seconds) for tally in tallies) < arguments.times:
            for tally in tallies:
                tally.judge(engine, measure=tally.expected in measured)
            keep(tallies, arguments.json)
    keep(tallies, arguments.json)
    print(*tallies, sep="\n")
    odd = sum(len(tally.others) for tally in tallies)
    print(f"{sum(len(tally.seconds) for tally in tallies)} judgings, {odd} not as expected")
    return int(odd > 0)


if __name__ == "__main__":
    sys.exit(main())
