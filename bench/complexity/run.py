"""The benchmark of measured complexity: solutions of known class, judged, counted, compared.

    python -m bench.complexity.run [--set tuning|held|all] [--repeats N] [--loaded] [--big-o] [--only TEXT]

Every operation is judged twice: against its true class (it must be within: `exceeded` is a false accusation)
and, unless it is O(1), against the class below (it must be exceeded: `within` is a miss). Writes JSON to
bench/results/ and prints the tables of docs/complexity.md.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import platform
import sys
import time
from collections import Counter
from contextlib import closing
from pathlib import Path
from statistics import median
from threading import Lock
from typing import Any

from bench.complexity.families import Family, load_families
from judge.authoring import ClassTests, FunctionTests
from judge.generate.oracle import Oracle
from judge.measure.ahead import CountsAhead
from judge.measure.measurement import Budget
from judge.measure.noise import idle_ticks, measure_noise, quiet_cores
from judge.measure.opening import opener
from judge.measure.rungs import Bench, Patience
from judge.measure.shape import Failed, ShapeMeter
from judge.measure.submission import measure_operation, operation_of
from judge.sandbox.choose import choose
from judge.spec.bounds import LADDER, growth_of
from judge.spec.problem import Bound, Problem, ProblemLimits

HERE = Path(__file__).parent
RESULTS = HERE.parent / "results"
BUDGET = Budget()


class Unchecked:
    """The benchmark's solutions are right; their answers are not compared."""

    def check(self, name: str, rung: object, calls: int, results: list[object]) -> None:
        return

    def require(self, rung: object, shape: str) -> None:
        return


def oracle_of(family: Family) -> Oracle:
    """Return a problem that asks for what the family asks for."""
    limits = ProblemLimits(5.0, 2.0, 30.0, 512 << 20, 64 << 20, 16, 100_000)
    problem = Problem(
        slug=family.name, folder=HERE, reference_folder=HERE, version="bench", title=family.name,
        difficulty="easy", topics=(), asked="", entry=family.entry, limits=limits, bounds=(), space=None,
        hints=(), follow_ups=(), forbid=(), requires=(), equivalents=(),
        operation_budget_s=BUDGET.operation_s, complexity_budget_s=BUDGET.submission_s,
    )  # fmt: skip
    tests: Any = ClassTests(model=object) if family.entry.kind == "class" else FunctionTests(model=len)
    return Oracle(problem, tests)


def below(text: str) -> str:
    """The class just below a class: what a stricter problem would ask for."""
    return LADDER[max(0, LADDER.index(growth_of(text)) - 1)].text()


def judge_solution(box: Any, family: Family, name: str, truths: dict[str, str], source: bytes) -> list[dict]:  # type: ignore[type-arg]
    """Judge every operation of one solution against its true class and the class below."""
    oracle = oracle_of(family)
    opened, cores = opener(box, oracle), quiet_cores(idle_ticks())[:2]
    rows = []
    lines = source.decode().splitlines()
    for operation, truth in truths.items():
        for kind, bound_text in (("fair", truth), ("strict", below(truth))):
            if kind == "strict" and truth == "O(1)":
                continue
            patience, turn = Patience(), Lock()
            bound = Bound(operation, bound_text, amortized=True)
            started = time.perf_counter()
            with (
                Bench(opened, source, cores[0], patience, turn) as timed,
                Bench(opened, source, cores[0], patience, turn) as recounted,
                Bench(opened, source, cores[-1], None, turn) as counted,
                closing(CountsAhead(counted, oracle, [operation_of(bound, family.workloads)], 0, BUDGET,
                                    beside=len(cores) > 1)) as ahead,
            ):  # fmt: skip
                if len(cores) == 1:
                    patience.include(counted)
                meter = ShapeMeter(oracle, recounted, timed, Unchecked(), 0)  # type: ignore[arg-type]
                try:
                    cost = measure_operation(meter, bound, ahead.of(0), lines, BUDGET.operation_s)
                    found = (cost.measured, cost.status, cost.confidence, cost.points, cost.reason, cost.line)
                except Failed as failed:
                    found = ("", "failed", 0.0, (), failed.failure.message, 0)
                seconds = time.perf_counter() - started
            rows.append(
                {
                    "solution": name,
                    "operation": operation,
                    "truth": truth,
                    "kind": kind,
                    "bound": bound_text,
                    "measured": found[0],
                    "status": found[1],
                    "confidence": found[2],
                    "points": found[3],
                    "reason": found[4],
                    "line": found[5],
                    "seconds": round(seconds, 3),
                }
            )
    return rows


def _burn() -> None:
    while True:
        pass


def summarize(rows: list[dict]) -> dict[str, Any]:  # type: ignore[type-arg]
    """Return the figures of a run."""
    fair = [r for r in rows if r["kind"] == "fair"]
    strict = [r for r in rows if r["kind"] == "strict"]
    exact = [r for r in fair if r["measured"] == r["truth"]]
    order = [g.text() for g in LADDER]

    def distance(row: dict) -> int:  # type: ignore[type-arg]
        if row["measured"] not in order:
            return 99
        return order.index(row["measured"]) - order.index(row["truth"])

    statuses: dict[tuple[str, str, str], set[str]] = {}
    for r in rows:
        statuses.setdefault((r["solution"], r["operation"], r["kind"]), set()).add(r["status"])
    sure = [r for r in rows if r["confidence"] >= 0.99]
    right = [r for r in sure if (r["status"] == "within") == (r["kind"] == "fair")]
    return {
        "judgings": len(rows),
        "operations": len({(r["solution"], r["operation"]) for r in rows}),
        "exact": len(exact) / max(1, len(fair)),
        "adjacent": sum(abs(distance(r)) == 1 for r in fair) / max(1, len(fair)),
        "false_accusations": sum(r["status"] == "exceeded" for r in fair),
        "fair_judgings": len(fair),
        "missed": sum(r["status"] == "within" for r in strict) / max(1, len(strict)),
        "strict_judgings": len(strict),
        "inconclusive": sum(r["status"] in ("inconclusive", "not-measured", "failed") for r in rows)
        / max(1, len(rows)),
        "sure": len(sure),
        "sure_right": len(right) / max(1, len(sure)),
        "seconds_median": median(r["seconds"] for r in rows),
        "seconds_p95": sorted(r["seconds"] for r in rows)[int(len(rows) * 0.95)],
        "same_status": sum(len(s) == 1 for s in statuses.values()) / max(1, len(statuses)),
        "confusion": Counter(f"{r['truth']} read as {r['measured'] or r['status']}" for r in fair
                             if r["measured"] != r["truth"]).most_common(20),
    }  # fmt: skip


def show(title: str, figures: dict[str, Any]) -> None:
    """Print one table."""
    print(f"\n{title}")
    for key, value in figures.items():
        if isinstance(value, float):
            value = f"{value:.2f} s" if key.startswith("seconds") else f"{value:.1%}"
        print(f"  {key:18} {value}")


def summarize_sets(rows: list[dict]) -> dict[str, Any]:  # type: ignore[type-arg]
    """Return the figures of each set, and of all together where there are more."""
    sets = sorted({r["set"] for r in rows})
    figures = {name: summarize([r for r in rows if r["set"] == name]) for name in sets}
    return figures | {"all": summarize(rows)} if len(sets) > 1 else figures


def merge(names: list[str], into: str) -> int:
    """Put the results of parts that ran side by side together."""
    parts = [json.loads((RESULTS / f"{name}.json").read_text()) for name in names]
    rows = [row for part in parts for row in part["rows"]]
    document = parts[0] | {
        "seconds": max(part["seconds"] for part in parts),
        "noise": max(part["noise"] for part in parts),
        "figures": summarize_sets(rows),
        "rows": rows,
    }
    for name, table in document["figures"].items():
        show(f"{name} ({len(parts)} parts side by side, Python {document['python']})", table)
    (RESULTS / f"{into}.json").write_text(json.dumps(document) + "\n")
    return 0


def main() -> int:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--set", default="all", choices=("tuning", "held", "all"))
    parser.add_argument("--repeats", type=int, default=1)
    parser.add_argument("--loaded", action="store_true", help="a busy loop on every other core")
    parser.add_argument("--big-o", action="store_true", help="fit the same operations with big_O")
    parser.add_argument("--only", default="", help="solutions whose name contains this")
    parser.add_argument("--part", default="1/1", help="2/3: the second third of the solutions")
    parser.add_argument("--sandbox", default="local")
    parser.add_argument("--name", default="")
    parser.add_argument(
        "--merge", nargs="+", metavar="NAME", help="judge nothing: put parts of one run together"
    )
    options = parser.parse_args()
    if options.merge:
        return merge(options.merge, options.name or "complexity-merged")

    manifest = json.loads((HERE / "manifest.json").read_text())
    families = load_families()
    chosen = {
        name: entry
        for name, entry in manifest.items()
        if options.set in ("all", entry["set"]) and options.only in name
    }
    part, parts = (int(text) for text in options.part.split("/"))
    chosen = dict(list(chosen.items())[part - 1 :: parts])
    burners = [
        multiprocessing.Process(target=_burn, daemon=True)
        for _ in range(max(1, (os.cpu_count() or 2) - 1) if options.loaded else 0)
    ]
    for burner in burners:
        burner.start()
    rows: list[dict[str, Any]] = []
    stamp = options.name or f"complexity-{options.set}-{'loaded' if options.loaded else 'idle'}"
    RESULTS.mkdir(exist_ok=True)
    partial = RESULTS / f"{stamp}.partial.jsonl"
    partial.unlink(missing_ok=True)
    started = time.time()
    try:
        with choose(options.sandbox).start() as box:
            for repeat in range(options.repeats):
                for at, (name, entry) in enumerate(chosen.items()):
                    source = (HERE / "solutions" / entry["set"] / f"{name}.py").read_bytes()
                    found = judge_solution(box, families[entry["family"]], name, entry["operations"], source)
                    for row in found:
                        row["set"], row["repeat"] = entry["set"], repeat
                        wrong = (row["status"] != "within") == (row["kind"] == "fair")
                        if wrong or (row["kind"] == "fair" and row["measured"] != row["truth"]):
                            print(
                                f"  {name}.{row['operation']} {row['kind']}: {row['truth']}, "
                                f"bound {row['bound']}: {row['measured']} {row['status']} "
                                f"{row['confidence']} {row['reason'][:80]}",
                                flush=True,
                            )
                    rows += found
                    with partial.open("a") as stream:
                        stream.writelines(json.dumps(row) + "\n" for row in found)
                    if sys.stderr.isatty():
                        print(f"{at + 1}/{len(chosen)} {name}", file=sys.stderr)
            if options.big_o:
                from bench.complexity.rival import fit_all

                fit_all(rows, families, manifest, HERE)
    finally:
        for burner in burners:
            burner.terminate()
    figures = summarize_sets(rows)
    for name, table in figures.items():
        show(f"{name} ({'loaded' if options.loaded else 'idle'}, Python {platform.python_version()})", table)
    if options.big_o:
        fitted = [r for r in rows if r["kind"] == "fair" and r.get("big_o")]
        print(f"\nbig_O on the same {len(fitted)} operations: exact "
              f"{sum(r['big_o'] == r['truth'] for r in fitted) / max(1, len(fitted)):.1%}, too slow a class "
              f"{sum(r.get('big_o_above', False) for r in fitted) / max(1, len(fitted)):.1%}")  # fmt: skip
    partial.unlink(missing_ok=True)
    document = {
        "format": 1,
        "seconds": round(time.time() - started, 1),
        "python": platform.python_version(),
        "machine": f"{platform.machine()}, {os.cpu_count()} cores",
        "noise": round(measure_noise(), 4),
        "loaded": options.loaded,
        "repeats": options.repeats,
        "figures": figures,
        "rows": rows,
    }
    (RESULTS / f"{stamp}.json").write_text(json.dumps(document) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
