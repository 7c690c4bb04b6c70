"""Killers: the smallest cases on which the folder's wrong solutions fail; each judging starts with them."""

from __future__ import annotations

from pathlib import Path

from judge.belief import WALL_FACTOR, Believer, examine
from judge.generate.corpus import Batch, Corpus, make_batches
from judge.generate.oracle import Expectation, Oracle
from judge.replay import Bench, Suspect
from judge.sandbox import Sandbox
from judge.spec.problem import Problem

KILLER_BUDGET_S = 0.3
"""Wall seconds for making one killer small: a large one does its work too."""


def killer_sources(problem: Problem) -> tuple[Path, ...]:
    """Return the files that killers come of: those that answer wrongly or raise."""
    return tuple(path for path in problem.wrong() if path.name.startswith(("wa_", "rte_")))


def find_killers(oracle: Oracle, sandbox: Sandbox, corpus: Corpus, seed: int) -> tuple[Batch, ...]:
    """Return the smallest cases on which the folder's wrong solutions fail, as batches to put first.

    A file that none of the corpus kills is left to `judge verify` to complain about.
    """
    found: list[tuple[int, Expectation]] = []
    for path in killer_sources(oracle.problem):
        killer = _find_killer(oracle, sandbox, corpus, path.read_bytes())
        if killer is not None:
            found.append(killer)
    return make_batches(oracle, found, seed)


def _find_killer(
    oracle: Oracle, sandbox: Sandbox, corpus: Corpus, source: bytes
) -> tuple[int, Expectation] | None:
    full_cpu_s = oracle.problem.limits.time_floor_s
    with Bench(sandbox, oracle.problem, corpus.worker_spec, source) as bench:
        for batch in corpus.batches:
            lines = bench.run(batch.cases(), full_cpu_s, WALL_FACTOR * full_cpu_s)
            if lines is None:
                return None
            for at, (owner, wanted, line) in enumerate(
                zip(batch.owners, batch.expected.split(b"\n"), lines, strict=True)
            ):
                if line == wanted:
                    continue
                suspect = Suspect(batch, at, owner, wanted, line)
                outcome = examine(oracle, suspect)
                if outcome is None:
                    continue
                believed = Believer(oracle, bench, KILLER_BUDGET_S, full_cpu_s).believe(
                    suspect, outcome.verdict
                )
                if believed is None:
                    return None
                # Half shrunk, a large case is none that the author drew: its values may cost more memory or
                # time than any of those, and would end solutions that pass them all.
                calls = believed.calls if believed.shrunk else oracle.from_wire(batch.cases()[at])
                return owner, oracle.answer(calls)
    return None
