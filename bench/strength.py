"""How strong are the hidden tests, and how quickly do they say why?

    python -m bench.strength [SLUG ...] [--seeds 50] [--json FILE]

Three questions, for each problem:

- Is every wrong/ file of the kinds wa_ and rte_ killed within the first 1,000 cases for each seed, without
  the killers that the folder puts first? (cx_ and the limits are `judge verify`'s business.)
- How long does shrinking take, and is what comes out minimal: does no single call, and no single simpler
  argument, still fail?
- How long does it take to draw a corpus?
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from judge.belief import Believer, smallest_first
from judge.compare.outcome import Outcome, compare
from judge.generate.corpus import Corpus, build_corpus
from judge.generate.oracle import Calls, Illegal, Oracle
from judge.generate.sequences import legalise
from judge.generate.shrink import cost, simplify
from judge.pipeline import Engine
from judge.replay import Bench, Suspect
from judge.spec.discover import Roots
from judge.spec.problem import CONSTRUCTOR, Problem
from judge.verdict import Verdict, settle
from judge.wire.calls import FLAG_FRESH

FIRST_CASES = 1_000
SHRINK_BUDGET_S = 5.0
MINIMALITY_CASES = 400
"""Smaller neighbours of a counterexample that are tried at the most."""


@dataclass(frozen=True)
class Killed:
    """One wrong file with one seed."""

    file: str
    seed: int
    case: int
    """The number of the first failing case, from 1; 0 when none fails."""


@dataclass(frozen=True)
class Shrunk:
    """One shrinking."""

    file: str
    seconds: float
    calls: int
    complete: bool
    minimal: bool


def first_failure(
    oracle: Oracle, bench: Bench, corpus: Corpus, cpu_s: float, *, smallest: bool = False
) -> tuple[int, Suspect | None, Verdict]:
    """Replay a corpus until a case fails: its number from 1, the suspect and the verdict; (0, None, AC).

    With `smallest` all cases are replayed and the suspect is the one that a judging would shrink.
    """
    number, first = 0, 0
    found: list[tuple[Suspect, Outcome]] = []
    for batch in corpus.batches:
        cases = batch.cases()
        lines = bench.run(cases, cpu_s, 4 * cpu_s)
        if lines is None:
            ending = bench.ending
            return number + 1, None, ending.verdict if ending is not None else Verdict.RTE
        for at, (owner, wanted, line) in enumerate(
            zip(batch.owners, batch.expected.split(b"\n"), lines, strict=True)
        ):
            number += 1
            if line == wanted:
                continue
            calls = oracle.from_wire(cases[at])
            outcome = compare(oracle.tests, oracle.tests.properties[owner], calls, wanted, line)
            if outcome is not None:
                suspect = Suspect(batch, at, owner, wanted, line)
                if not smallest:
                    return number, suspect, outcome.verdict
                first = first or number
                found.append((suspect, outcome))
    if not found:
        return 0, None, Verdict.AC
    verdict = settle(outcome.verdict for _, outcome in found)
    return first, smallest_first(found, verdict)[0][0], verdict


def is_minimal(
    oracle: Oracle, bench: Bench, calls: Calls, owner: int, verdict: Verdict, cpu_s: float
) -> bool:
    """Does no case with one call less, or one simpler argument, fail in the same way?"""
    declared = oracle.tests.properties[owner]
    tried = 0
    for candidate in _neighbours(calls):
        try:
            if oracle.entry.kind == "class" and not oracle.tests.adapter:
                expectation = legalise(list(candidate), oracle)
            else:
                expectation = oracle.answer(candidate)
        except Illegal:
            continue
        if not expectation.calls or cost(expectation.calls) >= cost(calls):
            continue
        tried += 1
        if tried > MINIMALITY_CASES:
            break
        lines = bench.run([oracle.to_wire(expectation.calls, flags=FLAG_FRESH)], cpu_s, 4 * cpu_s)
        if lines is None:
            continue
        expected = oracle.expected_line(expectation)
        outcome = compare(oracle.tests, declared, expectation.calls, expected, lines[0])
        if outcome is not None and outcome.verdict is verdict and outcome.at == len(expectation.calls) - 1:
            return False
    return True


def _neighbours(calls: Calls):  # type: ignore[no-untyped-def]
    for at, call in enumerate(calls[:-1]):
        if call.method != CONSTRUCTOR:
            yield calls[:at] + calls[at + 1 :]
    for at, call in enumerate(calls):
        for which, arg in enumerate(call.args):
            for simpler in simplify(arg):
                args = (*call.args[:which], simpler, *call.args[which + 1 :])
                yield (*calls[:at], type(call)(call.instance, call.method, args), *calls[at + 1 :])


def measure_problem(
    engine: Engine, problem: Problem, seeds: int
) -> tuple[list[Killed], list[Shrunk], list[float]]:
    """Return kills for each file and seed, shrinkings with seed 0, and seconds of drawing each corpus."""
    oracle = engine.oracle(problem)
    cpu_s = problem.limits.time_floor_s
    kills: list[Killed] = []
    shrunk: list[Shrunk] = []
    built: list[float] = []
    files = [path for path in problem.wrong() if path.name.startswith(("wa_", "rte_"))]
    for seed in range(seeds):
        began = time.perf_counter()
        corpus = build_corpus(oracle, seed, FIRST_CASES)
        built.append(time.perf_counter() - began)
        for path in files:
            with Bench(engine.sandbox, problem, corpus.worker_spec, path.read_bytes()) as bench:
                case, suspect, verdict = first_failure(oracle, bench, corpus, cpu_s, smallest=seed == 0)
                kills.append(Killed(path.name, seed, case if case <= FIRST_CASES else 0))
                if seed > 0 or suspect is None:
                    continue
                began = time.perf_counter()
                believed = Believer(oracle, bench, SHRINK_BUDGET_S, cpu_s).believe(suspect, verdict)
                seconds = time.perf_counter() - began
                if believed is not None:
                    minimal = is_minimal(oracle, bench, believed.calls, suspect.owner, verdict, cpu_s)
                    shrunk.append(Shrunk(path.name, seconds, len(believed.calls), believed.shrunk, minimal))
    return kills, shrunk, built


def main(arguments: list[str]) -> int:
    """Print the table; exit 1 when a file lives with some seed."""
    parser = argparse.ArgumentParser(prog="python -m bench.strength")
    parser.add_argument("slugs", nargs="*")
    parser.add_argument("--seeds", type=int, default=50)
    parser.add_argument("--json", type=Path)
    given = parser.parse_args(arguments)
    from tabulate import tabulate

    roots = Roots.find()
    rows, records, everything = [], {}, []
    with Engine() as engine:
        for slug in given.slugs or roots.slugs():
            kills, shrunk, built = measure_problem(engine, roots.load(slug), given.seeds)
            everything += shrunk
            alive = sorted({f"{k.file} (seed {k.seed})" for k in kills if k.case == 0})
            rows.append(
                [
                    slug,
                    f"{sum(k.case > 0 for k in kills)}/{len(kills)}",
                    max((k.case for k in kills), default=0),
                    f"{median_ms([one.seconds for one in shrunk]):.0f} ms",
                    f"{1000 * quantile([one.seconds for one in shrunk], 0.9):.0f} ms",
                    f"{sum(one.minimal for one in shrunk)}/{len(shrunk)}",
                    f"{statistics.median(built):.2f} s",
                    f"{max(built):.2f} s",
                ]
            )
            records[slug] = {
                "alive": alive,
                "kills": [vars(k) for k in kills],
                "shrunk": [vars(one) for one in shrunk],
                "corpus_s": built,
            }
            for name in alive:
                print(f"alive: {slug} {name}", file=sys.stderr)
    headers = ["problem", "killed", "latest case", "shrink median", "p90", "minimal", "corpus", "slowest"]
    print(tabulate(rows, headers, disable_numparse=True))
    times = [one.seconds for one in everything]
    share = sum(one.minimal for one in everything) / max(1, len(everything))
    print(
        f"\nall: shrinking median {median_ms(times):.0f} ms, p90 {1000 * quantile(times, 0.9):.0f} ms, "
        f"minimal {share:.1%} of {len(everything)}; {given.seeds} seeds"
    )
    if given.json is not None:
        given.json.write_text(json.dumps(records, indent=1), encoding="utf-8")
    return 1 if any(record["alive"] for record in records.values()) else 0


def median_ms(seconds: list[float]) -> float:
    """The median in milliseconds; 0 for none."""
    return 1000 * statistics.median(seconds) if seconds else 0.0


def quantile(values: list[float], share: float) -> float:
    """The value that `share` of them do not exceed; 0 for none."""
    return sorted(values)[min(len(values) - 1, int(share * len(values)))] if values else 0.0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
