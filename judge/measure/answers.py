"""Whether results that were timed are right: the reference answers the same calls in a worker of its own."""

from __future__ import annotations

import hashlib
from typing import Any

from judge import cache
from judge.authoring.checkers import reason_of, show
from judge.errors import ProblemError
from judge.generate.oracle import Oracle
from judge.measure.rungs import Bench, Raised, Rung
from judge.sandbox import SessionEnded
from judge.wire.cases import most_bytes
from judge.wire.errors import MALFORMED, WireError
from judge.wire.frames import to_json
from judge.wire.values import decode_value

CACHE = "large-answers"
SHOWN = 120


class WrongWhenLarge(Exception):
    """A timed call returned something else than the reference's answer, and the checker refuses it."""

    def __init__(self, n: int, call: str, expected: str, actual: str, reason: str) -> None:
        super().__init__(f"at n = {n:,}: {call} returned {actual}, expected {expected}")
        self.n, self.reason = n, reason


class Answers:
    """The reference's answers, computed when they are first asked for."""

    def __init__(self, oracle: Oracle, reference: Bench, seed: int) -> None:
        self._oracle, self._reference, self._seed = oracle, reference, seed

    def check(self, name: str, rung: Rung, calls: int, results: list[object]) -> None:
        """Compare the results of the first `calls` of a fresh state's batch. Raises WrongWhenLarge.

        `name` tells workloads apart. Where the reference's own answer is known to be the same text, the
        reference is not run.
        """
        name_of_all = f"{self._oracle.problem.version}/{name}/{self._seed}/{rung.n}/{calls}"
        key = hashlib.sha256(name_of_all.encode()).hexdigest()
        try:
            text = to_json(results)
        except RecursionError as error:
            raise WireError("answers nested too deep") from error
        if cache.read(CACHE, key) == hashlib.sha256(text).digest():
            return
        expected = self._answer(rung, calls)
        right = to_json(expected)
        cache.write(CACHE, key, hashlib.sha256(right).digest())
        if right == text:
            return
        if len(expected) != len(results):
            raise WrongWhenLarge(rung.n, name, f"{len(expected)} results", f"{len(results)}", "")
        for (method, *args), wanted, got in zip(rung.form["timed"][:calls], expected, results, strict=True):
            right, text = to_json(wanted), to_json(got)
            if right != text:
                self._judge(rung, str(method), args, wanted, got, len(text) > most_bytes(right))

    def require(self, rung: Rung, shape: str) -> None:
        """See that the reference survives a size that a submission did not. Raises ProblemError."""
        try:
            self._answer(rung, rung.calls)
        except ProblemError as error:
            path = self._oracle.problem.folder / "workload.py"
            raise ProblemError(f"{path}: {shape}: {error}; mend the calls, or the reference") from error

    def _answer(self, rung: Rung, calls: int) -> list[object]:
        """Ask the reference. Raises ProblemError where it has no answer, which is nobody else's fault."""
        bench = self._reference
        try:
            bench.ask("measure.build", 0, rung.form)
            bench.ask("measure.fill", 0, 1)
            bench.ask("measure.aim", 0, 0, calls)
            found = bench.ask("measure.check", 0)["r"]
            bench.ask("measure.drop", [0])
            return list(found)
        except (Raised, SessionEnded, *MALFORMED) as error:
            place = self._oracle.problem.reference
            words = f"{place}: the reference has no answer at n = {rung.n:,}: {error}"
            raise ProblemError(words.rstrip(" :")) from error

    def _judge(
        self, rung: Rung, name: str, args: list[Any], wanted: object, got: object, too_long: bool
    ) -> None:
        given = tuple(decode_value(a) for a in args) if rung.form["forms"] else tuple(args)
        right = decode_value(wanted)
        if too_long:  # it is not decoded: keys that collide make that quadratic
            raise WrongWhenLarge(rung.n, name, show(right, SHOWN), "something far larger", "")
        try:
            value = decode_value(got)
        except WireError:
            raise WrongWhenLarge(rung.n, name, "an answer", "something unreadable", "") from None
        reason = reason_of(self._oracle.tests.checker(name), right, value, given)
        if reason:
            call = f"{name}({', '.join(show(arg, SHOWN) for arg in given)})"
            raise WrongWhenLarge(rung.n, call, show(right, SHOWN), show(value, SHOWN), reason)
