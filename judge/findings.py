"""What the tests came to, written down for the contestant."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from judge.generate.corpus import Corpus
from judge.judgement import Counterexample, PropertyResult
from judge.replay import Refusal, Replayed, Suspect
from judge.verdict import Verdict

if TYPE_CHECKING:  # an accepted submission needs none of these rooms
    from judge.authoring.properties import Property
    from judge.belief import Believed
    from judge.compare.outcome import Outcome
    from judge.generate.oracle import Calls, Oracle

UNREPEATABLE = (
    "the failing case did not fail again alone: the submission keeps state between instances or calls, or "
    "its answers depend on chance or on time"
)


LONGEST_MESSAGE = 1000

LONG_VALUES = 300
"""Letters of an expected and an actual value together, beyond which the checker's reason says more."""


class Finding(NamedTuple):
    """What the tests, and later the measuring, came to."""

    verdict: Verdict
    message: str
    counterexample: Counterexample | None = None
    failed: int = 0
    """Cases that failed."""
    unanswered: int = 0
    """Those of them that were never answered: the worker ended in one."""
    owner: int = -1
    """The property that failed, or -1."""
    note: str = ""
    detail: str = ""
    """Lines to show below the message."""


def refused(refusal: Refusal) -> Finding:
    """A submission that did not get as far as its first case."""
    return Finding(refusal.verdict, refusal.message, detail=refusal.detail)


def explain(oracle: Oracle, believed: Believed, owner: int, failed: int, source: bytes) -> Finding:
    """Write a believed failure of `source` down, with its case as code."""
    outcome = believed.outcome
    declared = oracle.tests.properties[owner]
    words, message = _words(oracle, believed, declared), _message(believed.calls, outcome)
    if believed.shared_state:
        state, after = "state is kept between calls", "an earlier call"
        if oracle.has_instances:
            state, after = "state is shared between instances", "another instance was used"
        words = f"{state}: {words}"
        message += f"; fails only after {after}: {state}"
    example = Counterexample(
        property=declared.name,
        code=_code(oracle, believed, source),
        expected=outcome.expected,
        actual=outcome.actual,
        shrunk=believed.shrunk,
        words=words,
        state=_state_before(oracle, believed.calls, outcome.at),
        printed=believed.printed,
        line=outcome.failure.line if outcome.failure is not None else 0,
    )
    return Finding(outcome.verdict, message[:LONGEST_MESSAGE], example, failed, owner=owner)


def _code(oracle: Oracle, believed: Believed, source: bytes) -> str:
    from judge.compare.code import seeded, write_code
    from judge.compare.identity import tell_apart

    code = write_code(oracle.entry, believed.calls, believed.outcome, oracle.tests.adapter)
    return seeded(tell_apart(code, source), source)


def _words(oracle: Oracle, believed: Believed, declared: Property) -> str:
    """What the case breaks. Made small, it may need no second instance and no large structure any more: then
    it breaks what any sequence of calls does."""
    alone = len({call.instance for call in believed.calls}) == 1
    if not ((declared.instances > 1 and alone) or (declared.ladder == "deep" and believed.shrunk)):
        return declared.words
    plain = (p for p in oracle.tests.properties if p.draw is None and p.instances == 1 and p.ladder != "deep")
    return next((each.words for each in plain), declared.words)


def _state_before(oracle: Oracle, calls: Calls, at: int) -> str:
    """Return what the model holds before the failing call of a class problem, in one line."""
    from judge.authoring.checkers import show
    from judge.generate.oracle import Illegal

    if not oracle.has_instances or not 0 < at < len(calls):
        return ""
    models: dict[int, object] = {}
    try:
        for call in calls[:at]:
            oracle.step(models, call)
    except Illegal:
        return ""
    model = models.get(calls[at].instance)
    if model is None:
        return ""
    names = [name for name in (*getattr(model, "__dict__", ()), *_slots(model)) if not name.startswith("_")]
    text = ", ".join(f"{name} = {show(getattr(model, name, None))}" for name in names)
    return text if len(text) <= 300 else text[:290] + " ..."


def _slots(model: object) -> list[str]:
    """The names in `__slots__` of a model's class and those that it is derived from."""
    found: list[str] = []
    for base in type(model).__mro__:
        own = base.__dict__.get("__slots__", ())
        found += [own] if isinstance(own, str) else list(own)
    return found


def _message(calls: Calls, outcome: Outcome) -> str:
    if outcome.verdict is not Verdict.WA:
        return outcome.reason
    method = calls[min(outcome.at, len(calls) - 1)].method
    if outcome.expected.startswith("arguments left as"):
        return f"{method}: an argument was changed"
    values = f"expected {outcome.expected}, got {outcome.actual}"
    if outcome.reason in ("", "wrong value"):
        return f"{method}: {values}"
    if len(values) > LONG_VALUES:
        return f"{method}: {outcome.reason}"
    return f"{method}: {values} ({outcome.reason})"


def explain_unrepeated(oracle: Oracle, suspect: Suspect, outcome: Outcome, failed: int) -> Finding:
    """Write down a failure that was seen once and never again, and say so."""
    from judge.compare.code import write_code

    calls = oracle.from_wire(suspect.batch.cases()[suspect.at])
    declared = oracle.tests.properties[suspect.owner]
    if declared.check is None:
        calls = calls[: outcome.at + 1]
    example = Counterexample(
        property=declared.name,
        code=write_code(oracle.entry, calls, outcome, oracle.tests.adapter),
        expected=outcome.expected,
        actual=outcome.actual,
        shrunk=False,
        words=declared.words,
    )
    message = _message(calls, outcome)[:LONGEST_MESSAGE]
    return Finding(outcome.verdict, message, example, failed, owner=suspect.owner, note=UNREPEATABLE)


def property_results(
    finding: Finding, broken: dict[int, Verdict], corpus: Corpus | None, replayed: Replayed | None
) -> tuple[PropertyResult, ...]:
    """Return how each property went; `broken` has those of which cases failed, by index."""
    if corpus is None or replayed is None:
        return ()
    results = []
    for at, (name, words) in enumerate(corpus.properties):
        outcome = finding.verdict if at == finding.owner else broken.get(at, Verdict.AC)
        if replayed.answered[at] or outcome is not Verdict.AC:
            results.append(PropertyResult(name, words, outcome, max(1, replayed.answered[at])))
    return tuple(results)


__all__ = ["Finding", "explain", "explain_unrepeated", "property_results", "refused"]
