"""What went wrong, explained: one verdict for everything that was seen, and its smallest case.

Only a submission that is not accepted needs this room and those below it.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from judge.belief import Believer, examine, smallest_first
from judge.compare.outcome import Outcome
from judge.findings import Finding, explain, explain_unrepeated
from judge.generate.oracle import Oracle, worker_spec
from judge.replay import Bench, Replayed, Suspect
from judge.request import Listener, Progress
from judge.spec.problem import Problem
from judge.verdict import Verdict, settle

if TYPE_CHECKING:
    from judge.measure.measurement import LargeFailure
    from judge.pipeline import Engine

ENDING_BUDGET = 0.6
"""Part of the shrinking budget for a case that meets a limit: each try costs until it is stopped."""

BELIEF_MARGIN_S = 2.5
"""Wall seconds kept for the last tries, so that a hang does not outlast its wall limit by much."""

WAITING_BUDGET_S = 2.0
"""Wall seconds for the case that waits, once others and it waited for all of the wall limit."""

EXAMINE_S = 10.0
"""Seconds for looking at what differs, once something was wrong: answers may be made slow to compare."""

BELIEF_TRIES = 4
"""Suspects that are repeated before failures that never happen again are called unrepeatable."""


class Explainer:
    """Explains what one judging met."""

    def __init__(
        self,
        engine: Engine,
        problem: Problem,
        source: bytes,
        budget_s: float,
        cpu_limit_s: float,
        broken: dict[int, Verdict],
        listen: Listener,
    ) -> None:
        """`budget_s`: for making a case small. `broken` is told, by index, how each property failed."""
        self._engine = engine
        self._problem = problem
        self._source = source
        self._budget_s = budget_s
        self._cpu_limit_s = cpu_limit_s
        self._broken = broken
        self._listen = listen

    def explain_replay(self, replayed: Replayed, left_s: float, used_cpu_s: float) -> Finding:
        """Settle on one verdict for everything that was seen, and make its smallest case.

        `left_s`: of the wall limit. `used_cpu_s`: by the worker that replayed.
        """
        if replayed.ending is not None and replayed.ending.verdict is Verdict.IE:
            return Finding(Verdict.IE, replayed.ending.message)
        failing: list[tuple[Suspect, Outcome]] = []
        if replayed.suspects:
            oracle = self._engine.oracle(self._problem)
            until = time.monotonic() + EXAMINE_S
            for suspect in replayed.suspects:
                outcome = examine(oracle, suspect)
                if outcome is not None:
                    failing.append((suspect, outcome))
                if failing and time.monotonic() > until:
                    break
        for suspect, outcome in failing:
            verdicts = {outcome.verdict, self._broken.get(suspect.owner, outcome.verdict)}
            self._broken[suspect.owner] = settle(verdicts)
        seen = {outcome.verdict for _, outcome in failing}
        if replayed.ending is not None:
            seen.add(replayed.ending.verdict)
        verdict = settle(seen)
        if verdict is Verdict.AC:
            return Finding(Verdict.AC, "")
        if replayed.ending is not None and verdict is replayed.ending.verdict:
            explained = self._explain_ending(replayed, len(failing), left_s - BELIEF_MARGIN_S, used_cpu_s)
            if explained is not None:
                return explained
            # No case does it alone: the limit was met by what earlier cases left behind, or by all of them
            # together. The answers that are wrong say more.
            verdict = settle(outcome.verdict for _, outcome in failing)
        return self._believe(verdict, failing)

    def _believe(self, verdict: Verdict, failing: list[tuple[Suspect, Outcome]]) -> Finding:
        """Repeat the smallest failing cases in a fresh worker until one fails again; shrink that one."""
        oracle = self._engine.oracle(self._problem)
        chosen = smallest_first(failing, verdict)
        self._listen(Progress("confirm", 0, 1))
        with self._bench(oracle) as bench:
            believer = self._believer(oracle, bench, self._budget_s)
            for suspect, _ in chosen[:BELIEF_TRIES]:
                self._listen(Progress("shrink", 0, 1))
                believed = believer.believe(suspect, verdict)
                if believed is not None:
                    return explain(oracle, believed, suspect.owner, len(failing), self._source)
        suspect, outcome = chosen[0]
        return explain_unrepeated(oracle, suspect, outcome, len(failing))

    def _explain_ending(
        self, replayed: Replayed, failed: int, left_s: float, used_cpu_s: float
    ) -> Finding | None:
        """The worker met a limit or crashed: look for the case that does it, while its wall time lasts.

        None: no case does it alone, and some answered wrongly.
        """
        ending, batch = replayed.ending, replayed.unanswered
        assert ending is not None
        if batch is None:
            return Finding(ending.verdict, ending.message, None, failed)
        budget_s = min(ENDING_BUDGET * self._budget_s, left_s)
        waits = left_s <= 0
        if waits:
            budget_s = min(ENDING_BUDGET * self._budget_s, WAITING_BUDGET_S)
        unexplained = Finding(ending.verdict, ending.message, failed=failed + 1, unanswered=1)
        if budget_s <= 0:
            return unexplained
        oracle = self._engine.oracle(self._problem)
        self._listen(Progress("confirm", 0, 1))
        with self._bench(oracle) as bench:
            believer = self._believer(oracle, bench, budget_s, waits=waits)
            found = believer.believe_ending(batch, ending, used_cpu_s)
        if found is None:
            # What waited was given a moment only: not to have found it says nothing
            return None if failed and not waits else unexplained
        believed, owner = found
        return explain(oracle, believed, owner, failed + 1, self._source)._replace(unanswered=1)

    def _bench(self, oracle: Oracle) -> Bench:
        spec = worker_spec(self._problem, oracle.tests)
        return Bench(self._engine.sandbox, self._problem, spec, self._source)

    def _believer(self, oracle: Oracle, bench: Bench, budget_s: float, *, waits: bool = False) -> Believer:
        return Believer(oracle, bench, budget_s, self._cpu_limit_s, waits=waits)

    def explain_large(self, failure: LargeFailure) -> Finding:
        """Say what failed only when it was large, with a case that shows it where one can be found."""
        from judge.large import find_large_case  # and with it all of measuring

        told = Finding(failure.verdict, failure.message)
        if failure.verdict not in (Verdict.WA, Verdict.RTE):
            return told
        oracle, budget_s = self._engine.oracle(self._problem), self._budget_s
        self._listen(Progress("shrink", 0, 1))
        with self._bench(oracle) as bench:
            found = find_large_case(oracle, self._believer(oracle, bench, budget_s), failure, budget_s)
        if found is None:
            return told
        # The hidden cases all passed: this one is none of them
        return explain(oracle, *found, 1, self._source)._replace(message=failure.message, unanswered=1)
