"""A failure is believed when it happens again: alone in a fresh worker, or together with what came before.

From a suspect case to the smallest failing one. What fails only after earlier instances is state that
instances share; it is shown with both instances in the code.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from judge.authoring.properties import Property, Tests
from judge.compare.outcome import Outcome, compare
from judge.generate.corpus import Batch
from judge.generate.oracle import Call, Calls, Expectation, Illegal, Oracle
from judge.generate.sequences import legalise
from judge.generate.shrink import OutOfTime, shrink
from judge.replay import Bench, Suspect
from judge.sandbox import Ending
from judge.verdict import Verdict
from judge.wire.calls import FLAG_CAPTURE, FLAG_FRESH
from judge.wire.cases import read_trace

MOST_CAPTURED = 1 << 20
"""Bytes of a line that are looked at for what its case printed."""

BRIEF_CPU_S = 0.25
"""CPU seconds for one trip of candidates while shrinking: an endless loop that shrinking meets costs this.
The smallest case is repeated with the full limit before it is shown."""

ALONE_CPU_S = 1.0
"""CPU seconds after which a case that met the time limit among others is believed to meet it alone."""

AGAIN = 2.0
"""So many times the CPU time that a worker used until it met another limit may be used to meet it again."""

WALL_FACTOR = 8.0
"""Wall seconds for each CPU second that a trip may take: a busy machine must not look like a hang."""

WAIT_S = 0.4
"""Wall seconds of each trip that looks for what only waits; standing in a run queue is not counted."""

PARTS = 16
"""A case is cut into so many parts to find the call that ends the worker: a try that ends costs its time
limit and a worker, one that does not costs next to nothing."""

EARLIER_CASES = (1, 2, 4, 12, 64, 256)
"""So many cases before the failing one are searched, in turn, for the state that they left behind."""

SIZED_SUSPECTS = 32
"""Failing cases of which the smallest is taken: a huge one may not get small in time."""

UNSTEADY_REPEATS = 3
"""How often a candidate must fail again, once shrinking led to a case that fails only now and then."""


@dataclass(frozen=True, slots=True)
class Believed:
    """A failure that happened again."""

    calls: Calls
    outcome: Outcome
    shrunk: bool
    shared_state: bool
    """It fails only after another instance was used, or after an earlier call of a function."""
    printed: str


def examine(oracle: Oracle, suspect: Suspect) -> Outcome | None:
    """Let the checker look at a suspect; None when the answer is right after all."""
    calls = oracle.from_wire(suspect.batch.cases()[suspect.at])
    declared = oracle.tests.properties[suspect.owner]
    return compare(oracle.tests, declared, calls, suspect.expected_line, suspect.line)


def smallest_first(
    failing: Sequence[tuple[Suspect, Outcome]], verdict: Verdict
) -> list[tuple[Suspect, Outcome]]:
    """Return the suspects to believe for a verdict: those that fail early and are small come first."""
    chosen = [pair for pair in failing if pair[1].verdict is verdict]
    chosen.sort(key=lambda pair: (pair[1].at, len(pair[0].line)))
    return sorted(chosen[:SIZED_SUSPECTS], key=lambda pair: (pair[1].at, _size(pair[0])))


def _size(suspect: Suspect) -> int:
    return len(repr(suspect.batch.cases()[suspect.at]))


class Believer:
    """Repeats and shrinks failures of one submission."""

    def __init__(
        self, oracle: Oracle, bench: Bench, budget_s: float, full_cpu_s: float, *, waits: bool = False
    ) -> None:
        """`waits`: what is looked for met the limit of wall time, and computed next to nothing."""
        self._oracle = oracle
        self._tests: Tests = oracle.tests
        self._bench = bench
        self._deadline = time.monotonic() + budget_s
        self._full_cpu_s = full_cpu_s
        """What one case may take when it is repeated alone."""
        self._waits = waits

    def believe(self, suspect: Suspect, wanted: Verdict) -> Believed | None:
        """Repeat a suspect's failure and make it small; None when it does not happen again."""
        cases = suspect.batch.cases()
        calls = self._oracle.from_wire(cases[suspect.at])
        declared = self._tests.properties[suspect.owner]
        alone = self.believe_case(calls, declared, wanted)
        if alone is not None:
            return alone
        together = self._find_earlier(suspect, calls, declared, wanted)
        if together is None:
            return None
        joined, found = together
        joined = joined[: found.at + 1]
        again = self._fails_fresh(joined, declared, wanted)
        if again is None or again.at != found.at:  # of so many calls any may fail by chance, and not this one
            return None
        return self._make_small(joined, declared, found, shared=True)

    def believe_case(self, calls: Calls, declared: Property, wanted: Verdict) -> Believed | None:
        """Run a case alone and make it small; None when it does not fail so."""
        alone = self._fails(calls, declared, wanted, self._full_cpu_s)
        if alone is None:
            return None
        return self._make_small(calls[: alone.at + 1], declared, alone, shared=False)

    def _find_earlier(
        self, suspect: Suspect, calls: Calls, declared: Property, wanted: Verdict
    ) -> tuple[Calls, Outcome] | None:
        """Find the few cases before a case without which it does not fail; return all of them as one."""
        cases = [case for batch in suspect.before for case in batch.cases()]
        cases = [*cases, *suspect.batch.cases()[: suspect.at]][-EARLIER_CASES[-1] :]
        earlier = [self._oracle.from_wire(case) for case in cases]

        def fails(some: Sequence[Calls]) -> tuple[Calls, Outcome] | None:
            if time.monotonic() > self._deadline:
                return None
            joined = self._join(some, calls)
            found = self._fails(joined, declared, wanted, self._full_cpu_s)
            return None if found is None else (joined, found)

        best, some = None, earlier[:0]
        for count in EARLIER_CASES:
            if best is None and len(some) < len(earlier):
                some = earlier[-count:]
                best = fails(some)
        while best is not None and len(some) > 1:
            half = len(some) // 2
            for part in (some[:half], some[half:]):
                smaller = fails(part)
                if smaller is not None:
                    best, some = smaller, part
                    break
            else:
                break  # it takes some of both
        return best

    def believe_ending(self, batch: Batch, ending: Ending, used_cpu_s: float) -> tuple[Believed, int] | None:
        """Find the case of a batch that ended the worker, make it small, and name its property. None: no case
        does it alone, as far as time allows to see.

        used_cpu_s: what the worker had used by then; a case that meets another limit than the time's needs
        no more of it alone. The outcome has the words of `ending`: the limits of single tries are nobody's.
        """
        verdict = ending.verdict
        alone_s = ALONE_CPU_S if verdict is Verdict.TLE else max(ALONE_CPU_S, AGAIN * used_cpu_s)
        for case, owner in zip(batch.cases(), batch.owners, strict=True):
            calls = self._oracle.from_wire(case)
            if time.monotonic() > self._deadline:
                return None
            if not self._ends(calls, verdict, min(self._full_cpu_s, alone_s)):
                continue
            length = self._length_to_end(calls, verdict)
            if length is None:
                return Believed(calls, ended(ending, len(calls), calls), False, False, ""), owner
            calls = calls[:length]
            outcome = ended(ending, length - 1, calls)
            believed = self._make_small(calls, self._tests.properties[owner], outcome, shared=False)
            at = believed.outcome.at
            return replace(believed, outcome=ended(ending, at, believed.calls)), owner
        return None

    # -- running ------------------------------------------------------------------------------------

    def _fails(
        self, calls: Calls, declared: Property, wanted: Verdict, cpu_s: float = BRIEF_CPU_S
    ) -> Outcome | None:
        try:
            expectation = self._oracle.answer(calls)
        except Illegal:
            return None
        lines = self._run([expectation], cpu_s)
        if lines is None:
            ending = self._bench.ending
            if ending is not None and ending.verdict is wanted:
                return ended(ending, len(calls) - 1, calls)
            return None
        outcome = compare(self._tests, declared, calls, self._oracle.expected_line(expectation), lines[0])
        return outcome if outcome is not None and outcome.verdict is wanted else None

    def _run(self, expectations: Sequence[Expectation], cpu_s: float) -> list[bytes] | None:
        cases = [self._oracle.to_wire(e.calls, flags=FLAG_FRESH) for e in expectations]
        return self._bench.run(cases, cpu_s, self._longest_s(cpu_s))

    def _longest_s(self, cpu_s: float) -> float:
        """Return the wall seconds of a trip."""
        return WAIT_S if self._waits else WALL_FACTOR * cpu_s

    def _ends(self, calls: Calls, verdict: Verdict, cpu_s: float = BRIEF_CPU_S) -> bool:
        lines = self._bench.run(
            [self._oracle.to_wire(calls, flags=FLAG_FRESH)], cpu_s, self._longest_s(cpu_s)
        )
        ending = self._bench.ending
        return lines is None and ending is not None and ending.verdict is verdict

    def _length_to_end(self, calls: Calls, verdict: Verdict) -> int | None:
        """Return how many calls it takes to end the worker; None when time is over before that is known."""
        low, high = 0, len(calls)
        while high - low > 1:
            step = max(1, (high - low) // PARTS)
            for middle in range(low + step, high, step):
                if time.monotonic() > self._deadline:
                    return None
                if self._ends(calls[:middle], verdict):
                    high = middle
                    break
                low = middle
        return high

    # -- shrinking ----------------------------------------------------------------------------------

    def _make_small(self, calls: Calls, declared: Property, outcome: Outcome, *, shared: bool) -> Believed:
        whole = declared.check is not None

        def attempt(candidates: Sequence[Calls], repeats: int) -> Calls | None:
            if time.monotonic() > self._deadline:
                raise OutOfTime
            ready = [e for e in map(self._legal, candidates) if e is not None]
            found = self._first_failing(ready, declared, outcome.verdict)
            if found is None:
                return None
            expectation, new = found
            smaller = expectation.calls if whole else expectation.calls[: new.at + 1]
            again = (self._fails(smaller, declared, outcome.verdict) for _ in range(repeats))
            return smaller if all(again) else None

        for repeats in (0, UNSTEADY_REPEATS):
            small, complete = shrink(calls, partial(attempt, repeats=repeats)) if not whole else (calls, True)
            final = self._fails_fresh(small, declared, outcome.verdict)
            if final is not None:
                break
        else:  # it failed in the worker that shrank it, but not in a new one: not to be trusted
            small, final, complete = calls, outcome, False
        if self._oracle.has_instances:
            shared = (shared or complete) and len({call.instance for call in small}) > 1
        return Believed(small, final, complete, shared, self._printed(small))

    def _legal(self, candidate: Calls) -> Expectation | None:
        """Return the candidate with the calls left out that are not allowed; its last call must stay."""
        if not candidate:
            return None
        try:
            if self._oracle.has_instances:
                expectation = legalise(list(candidate), self._oracle)
            else:
                expectation = self._oracle.answer(candidate)
        except Illegal:
            return None
        kept = expectation.calls
        return expectation if kept and kept[-1] is candidate[-1] else None

    def _first_failing(
        self, ready: Sequence[Expectation], declared: Property, wanted: Verdict
    ) -> tuple[Expectation, Outcome] | None:
        lines = self._run(ready, BRIEF_CPU_S) if ready else []
        if lines is None:  # one of them ended the worker: find it alone
            return self._first_ending(ready, declared, wanted)
        for expectation, line in zip(ready, lines, strict=True):
            expected = self._oracle.expected_line(expectation)
            outcome = compare(self._tests, declared, expectation.calls, expected, line)
            if outcome is not None and outcome.verdict is wanted:
                return expectation, outcome
        return None

    def _first_ending(
        self, ready: Sequence[Expectation], declared: Property, wanted: Verdict
    ) -> tuple[Expectation, Outcome] | None:
        for expectation in ready:
            if time.monotonic() > self._deadline:
                raise OutOfTime
            outcome = self._fails(expectation.calls, declared, wanted)
            if outcome is not None:
                return expectation, outcome
        return None

    def _fails_fresh(self, calls: Calls, declared: Property, wanted: Verdict) -> Outcome | None:
        self._bench.close()
        return self._fails(calls, declared, wanted, min(self._full_cpu_s, ALONE_CPU_S))

    def _printed(self, calls: Calls) -> str:
        """Run the final case once more with what it prints kept apart."""
        from judge.wire.errors import WireError

        lines = self._bench.run(
            [self._oracle.to_wire(calls, flags=FLAG_FRESH | FLAG_CAPTURE)],
            BRIEF_CPU_S,
            self._longest_s(BRIEF_CPU_S),
        )
        try:
            return read_trace(lines[0]).out if lines and len(lines[0]) <= MOST_CAPTURED else ""
        except WireError:
            return ""

    def _join(self, earlier: Sequence[Calls], calls: Calls) -> Calls:
        """Put earlier cases before a case, each on instances of its own; a module's functions have none."""
        if not self._oracle.entry.class_name or self._tests.adapter:
            return (*(call for case in earlier for call in case), *calls)
        joined: list[Call] = []
        base = max(call.instance for call in calls) + 1
        for case in earlier:
            for call in case:
                joined.append(Call(base + call.instance, call.method, call.args))
            base += max(call.instance for call in case) + 1
        return tuple(joined) + calls


def ended(ending: Ending, at: int, calls: Calls) -> Outcome:
    """Return the outcome of the call that ended its worker, or of all calls: the case as a whole did."""
    words = {
        Verdict.TLE: "did not finish",
        Verdict.MLE: "ran out of memory",
        Verdict.OLE: "the output limit was met",
    }.get(ending.verdict, f"the process ended: {ending.message}")
    if at >= len(calls):
        return Outcome(ending.verdict, len(calls), "answers", words, ending.message)
    return Outcome(ending.verdict, at, "an answer", words, f"{calls[at].method}: {ending.message}")
