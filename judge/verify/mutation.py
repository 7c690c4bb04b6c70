"""Which mutants of the accepted solutions do the hidden tests let live?

A mutant runs in a worker of its own and is stopped at its first failing case; one that passes them all is
measured. Nothing is shrunk and nothing repeated: a mutant that fails any case would not be accepted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from judge.compare.outcome import compare
from judge.generate.corpus import Batch
from judge.generate.oracle import Calls, Oracle, worker_spec
from judge.measure import Budget, measure_submission
from judge.measure.measurement import STATUS_WITHIN
from judge.pipeline import Engine
from judge.replay import launch_of, load_submission, opened
from judge.sandbox import SessionEnded
from judge.spec.load import show
from judge.spec.problem import Problem
from judge.verdict import Verdict
from judge.verify.judgings import SECOND_BUDGET
from judge.verify.mutants import KINDS, Mutant, diff, fold, make_mutants
from judge.verify.proofs import Proofs, digest_of
from judge.verify.report import Check, Score

AT_ONCE = 2
"""Mutants that run at the same time."""

WALL_FACTOR = 4.0
"""Wall seconds for each CPU second."""

HANG_CPU_S = 1.0
HANG_FACTOR = 10.0
"""A mutant that takes longer than this over all cases, and so many times the reference's time, is taken to
hang: many mutants never end, and each costs its whole limit."""

ALIVE = Verdict.AC

Said = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class _Survivor:
    path: Path
    mutant: Mutant
    original: str


class MutationRun:
    """The mutants of one problem."""

    def __init__(self, engine: Engine, problem: Problem, proofs: Proofs, seed: int, complexity: bool) -> None:
        self._engine = engine
        self._problem = problem
        self._proofs = proofs
        self._seed = seed
        self._complexity = complexity

    def check(self, say: Said) -> tuple[Check, Score]:
        """Run every mutant. Raises ProblemError, SandboxError."""
        texts = {path: path.read_text(encoding="utf-8-sig") for path in self._problem.accepted()}
        made = {path: make_mutants(text) for path, text in texts.items()}
        total = sum(map(len, made.values()))
        kinds = Counter(mutant.kind for mutants in made.values() for mutant in mutants)
        done = 0
        survivors: list[_Survivor] = []
        for path, mutants in made.items():
            verdicts = self._run_file(path, mutants, lambda n, base=done: say(base + n, total))  # type: ignore[misc]
            done += len(mutants)
            survivors += [
                _Survivor(path, mutant, texts[path])
                for mutant, verdict in zip(mutants, verdicts, strict=True)
                if verdict is ALIVE
            ]
        listed, unlisted, faults = self._sort_out(survivors)
        alive = [one for one in unlisted if not self._is_too_slow(one)]
        score = Score(
            mutants=total,
            killed=total - len(listed) - len(alive),
            by_tests=total - len(survivors),
            equivalent=len(listed),
            survivors=len(alive),
            kinds=tuple((kind, kinds[kind]) for kind in KINDS),
        )
        faults += [
            f"{show(one.path)}:{one.mutant.line}: the {one.mutant.kind} mutant `{one.mutant.change}` "
            "survives; strengthen tests.py, or list it under [[equivalent]] in problem.toml with its reason"
            for one in alive
        ]
        lines = [line for one in alive for line in diff(one.original, one.mutant, show(one.path))]
        words = f"{score.killed}/{score.killed + score.survivors}"
        if score.equivalent:
            words += f" +{score.equivalent} eq"
        seen = ", ".join(f"{kind} {n}" for kind, n in score.kinds if n)
        return Check("mutation", words, tuple(faults), tuple(lines) or (f"mutants: {seen}",)), score

    # -- the hidden cases ---------------------------------------------------------------------------

    def _run_file(self, path: Path, mutants: Sequence[Mutant], say: Callable[[int], None]) -> list[Verdict]:
        """Return each mutant's verdict by the hidden cases; AC where it lives."""
        what, digest = f"mutants/{self._seed}", digest_of(self._problem, path)
        kept = self._proofs.read(what, digest)
        if isinstance(kept, list) and len(kept) == len(mutants):
            return [Verdict(text) for text in kept]
        trial = _Trial(self._engine, self._problem, self._seed)
        verdicts: list[Verdict] = []
        with ThreadPoolExecutor(AT_ONCE) as pool:
            try:
                for verdict in pool.map(trial.run, (mutant.source.encode() for mutant in mutants)):
                    verdicts.append(verdict)
                    say(len(verdicts))
            except BaseException:  # interrupted, or no box could be built: start no more of them
                pool.shutdown(cancel_futures=True)
                raise
        self._proofs.keep(what, digest, [verdict.value for verdict in verdicts])
        return verdicts

    def _sort_out(self, survivors: list[_Survivor]) -> tuple[list[_Survivor], list[_Survivor], list[str]]:
        """Return the survivors that problem.toml lists, the others, and faults of the list."""
        entries = {(entry.file, fold(entry.mutant)) for entry in self._problem.equivalents}
        listed = [one for one in survivors if (one.path.name, one.mutant.change) in entries]
        unlisted = [one for one in survivors if (one.path.name, one.mutant.change) not in entries]
        found = {(one.path.name, one.mutant.change) for one in listed}
        toml = show(self._problem.folder / "problem.toml")
        faults = [
            f"{toml}: [[equivalent]] {file}: `{change}` matches no surviving mutant; remove the entry"
            for file, change in sorted(entries - found)
        ]
        return listed, unlisted, faults

    # -- measuring ----------------------------------------------------------------------------------

    def _is_too_slow(self, one: _Survivor) -> bool:
        """Measure a survivor: the tests did not tell it from the original, its growth may."""
        if not self._complexity:
            return False
        source = one.mutant.source.encode()
        digest = digest_of(self._problem, one.path)
        what = f"slow/{one.mutant.line}/{one.mutant.change}"
        if self._proofs.read(what, digest) == "CX":
            return True
        oracle = self._engine.oracle(self._problem)
        for factor in (1.0, SECOND_BUDGET):
            budget = Budget(
                factor * self._problem.operation_budget_s, factor * self._problem.complexity_budget_s
            )
            found = measure_submission(self._engine.sandbox, oracle, source, budget)
            if found.verdict is not Verdict.AC:
                self._proofs.keep(what, digest, "CX")
                return True
            if all(cost.status == STATUS_WITHIN for cost in (*found.operations, *found.space)):
                break
        return False


class _Trial:
    """The hidden cases of one seed, replayed until one fails. Used from several threads."""

    def __init__(self, engine: Engine, problem: Problem, seed: int) -> None:
        self._engine = engine
        self._problem = problem
        self._oracle: Oracle = engine.oracle(problem)
        corpus, _ = engine.corpus(problem, seed)
        self._batches = corpus.batches
        self._spec = worker_spec(problem, self._oracle.tests)
        self._decoded: dict[tuple[int, int], Calls] = {}
        self._cpu_limit_s = min(problem.limits.time_floor_s, HANG_CPU_S)
        reference_s = self._time_reference()
        self._cpu_limit_s = max(self._cpu_limit_s, HANG_FACTOR * reference_s)

    def _time_reference(self) -> float:
        with opened(self._engine.sandbox, launch_of(self._problem)) as session:
            if (
                load_submission(
                    session, self._spec, self._problem.reference.read_bytes(), self._problem.limits
                )
                is not None
            ):
                return 0.0
            before_s = session.cpu_time_s()
            try:
                for batch in self._batches:
                    session.send(batch.message)
                    session.receive(wall_s=self._problem.limits.wall_s)
            except SessionEnded:
                return 0.0
            return session.cpu_time_s() - before_s

    def run(self, source: bytes) -> Verdict:
        """Return how the first failing case of a source ends; AC when none fails."""
        with opened(self._engine.sandbox, launch_of(self._problem)) as session:
            refusal = load_submission(session, self._spec, source, self._problem.limits)
            if refusal is not None:
                return refusal.verdict
            limit_s = session.cpu_time_s() + self._cpu_limit_s
            for at, batch in enumerate(self._batches):
                left_s = max(0.01, limit_s - session.cpu_time_s())
                try:
                    session.send(batch.message)
                    reply = session.receive(cpu_s=left_s, wall_s=WALL_FACTOR * left_s)
                except SessionEnded as ended:
                    return ended.ending.verdict
                if reply != batch.expected:
                    verdict = self._judge(at, batch, reply)
                    if verdict is not ALIVE:
                        return verdict
        return ALIVE

    def _judge(self, at: int, batch: Batch, reply: bytes) -> Verdict:
        lines, expected = reply.split(b"\n"), batch.expected.split(b"\n")
        if len(lines) != len(expected):
            return Verdict.RTE
        for which, (wanted, line) in enumerate(zip(expected, lines, strict=True)):
            if line == wanted:
                continue
            declared = self._oracle.tests.properties[batch.owners[which]]
            outcome = compare(self._oracle.tests, declared, self._calls(at, batch, which), wanted, line)
            if outcome is not None:
                return outcome.verdict
        return ALIVE

    def _calls(self, at: int, batch: Batch, which: int) -> Calls:
        key = (at, which)
        if key not in self._decoded:
            for each, case in enumerate(batch.cases()):
                self._decoded[at, each] = self._oracle.from_wire(case)
        return self._decoded[key]
