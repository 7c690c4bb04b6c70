"""Is the same file judged the same every time?

    python -m bench.repeat [SLUG ...] [--times 100] [--kinds ac,wa,rte,tle,mle,ole,ce,cx]
                           [--measure] [--busy] [--json FILE]

Judges the reference, every other accepted solution and every wrong/ file of each problem again and again in
one warm engine, as `judge submit` does, and counts the verdicts. The prefix of a wrong file's name says which
one is right; cx_ files are measured every time, accepted ones with --measure, the others never. With --busy an
endless loop runs beside it for each core but one.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
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
    rows, odd = [], 0
    measured = {"CX", "AC"} if arguments.measure else {"CX"}
    with busy_loops(cores() - 1 if arguments.busy else 0), Engine() as engine:
        for slug in arguments.slugs or roots.slugs():
            problem = roots.load(slug)
            for expected, path in files_of(problem):
                if expected not in kinds:
                    continue
                submission = Submission.read(path)
                options = Options(complexity=expected in measured)
                started = time.perf_counter()
                found = [engine.judge(problem, submission, options) for _ in range(arguments.times)]
                seconds = (time.perf_counter() - started) / arguments.times
                verdicts = Counter(str(one.verdict) for one in found)
                cases = {one.counterexample.code if one.counterexample else "" for one in found}
                others = [one.message for one in found if str(one.verdict) != expected]
                odd += len(others)
                row = {
                    "problem": slug, "file": path.name, "expected": expected, "verdicts": dict(verdicts),
                    "counterexamples": len(cases), "seconds_each": round(seconds, 3), "other": others[:3],
                }  # fmt: skip
                rows.append(row)
                print(json.dumps(row), flush=True)
    print(f"{sum(sum(row['verdicts'].values()) for row in rows)} judgings, {odd} not as expected")
    if arguments.json:
        arguments.json.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")
    return int(odd > 0)


if __name__ == "__main__":
    sys.exit(main())
