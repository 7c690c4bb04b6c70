"""Cases -> batches, encoded once and kept on disk; judging replays them.

A batch is a message ready to be sent and the text that a right submission answers with, so the usual
judging neither encodes, decodes nor compares values: equal text is a pass. The corpus carries all that
judging an accepted submission needs, so that tests.py is not even imported then.
"""

from __future__ import annotations

import functools
import marshal
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from judge import cache, collector
from judge.digest import sha256
from judge.spec.problem import Problem
from judge.version import __version__
from judge.wire.cases import from_cases_message, to_cases_message

if TYPE_CHECKING:
    from judge.generate.oracle import Expectation, Oracle
    from judge.wire.cases import Case

STRENGTH = 1_000
"""Cases of a default corpus."""

BATCH_CASES = 64
BATCH_CALLS = 3_000
"""A batch ends at either; measured: 16 to 64 cases with two batches in flight are best."""

_FORMAT = "11"


class Batch(NamedTuple):
    """Cases that travel together."""

    message: bytes
    """The body of the frame that runs them."""
    expected: bytes
    """The reply when every answer is the model's."""
    owners: tuple[int, ...]
    """The index of each case's property."""

    def cases(self) -> list[Case]:
        """The cases that are sent."""
        return from_cases_message(self.message)


class Corpus(NamedTuple):
    """All cases of one problem version and seed."""

    properties: tuple[tuple[str, str], ...]
    """(name, public words) of each property."""
    worker_spec: dict[str, Any]
    batches: tuple[Batch, ...]

    @property
    def cases(self) -> int:
        return sum(len(batch.owners) for batch in self.batches)


def make_batches(oracle: Oracle, cases: Sequence[tuple[int, Expectation]], seed: int) -> tuple[Batch, ...]:
    """Encode cases into batches, in their order."""
    batches: list[Batch] = []
    wired: list[Case] = []
    lines: list[bytes] = []
    owners: list[int] = []
    calls = 0
    for number, (owner, case) in enumerate(cases):
        if wired and (len(wired) >= BATCH_CASES or calls + len(case.calls) > BATCH_CALLS):
            batches.append(_batch(wired, lines, owners))
            wired, lines, owners, calls = [], [], [], 0
        wired.append(oracle.to_wire(case.calls, seed=seed + number))
        lines.append(oracle.expected_line(case, wired[-1]))
        owners.append(owner)
        calls += len(case.calls)
    if wired:
        batches.append(_batch(wired, lines, owners))
    return tuple(batches)


def _batch(wired: list[Case], lines: list[bytes], owners: list[int]) -> Batch:
    return Batch(to_cases_message(wired), b"\n".join(lines), tuple(owners))


def build_corpus(oracle: Oracle, seed: int, count: int = STRENGTH) -> Corpus:
    """Draw a corpus. Imports Hypothesis. Raises ProblemError."""
    from judge.generate.draw import draw_cases
    from judge.generate.oracle import worker_spec

    with collector.paused():
        cases = draw_cases(oracle, seed, count)
        batches = make_batches(oracle, cases, seed)
    properties = tuple((declared.name, declared.words) for declared in oracle.tests.properties)
    return Corpus(properties, worker_spec(oracle.problem, oracle.tests), batches)


@functools.cache
def drawn_with() -> str:
    """Return what cases depend on besides the problem and the seed: the versions of Python and Hypothesis.

    The latter as the name of its metadata's folder: importlib.metadata costs as much as a small judging.
    """
    python = ".".join(map(str, sys.version_info[:2]))  # the model's answers may depend on it, as sum() does
    for folder in sys.path:  # the first that has it, as an import does; where commands lie, it is a file
        try:
            entries = [entry for entry in os.scandir(folder or ".") if entry.name.startswith("hypothesis")]
        except OSError:
            continue
        if any(entry.name == "hypothesis" and entry.is_dir() for entry in entries):
            found = [e.name for e in entries if e.name.startswith("hypothesis-") and e.name.endswith("-info")]
            return "/".join((python, *sorted(found)))
    return python


def _key(problem: Problem, seed: int, kind: str) -> str:
    made = f"{_FORMAT}/{__version__}/{drawn_with()}/{STRENGTH}"
    text = f"{made}/{problem.version}/{problem.slug}/{seed}/{kind}"
    return sha256(text.encode()).hexdigest()


def load_corpus(problem: Problem, seed: int) -> Corpus | None:
    """Return the kept corpus, or None when there is none or it is damaged."""
    body = cache.read("corpus", _key(problem, seed, "corpus"))
    if body is None:
        return None
    try:
        properties, spec, batches = marshal.loads(body)
        return Corpus(
            tuple((name, words) for name, words in properties),
            spec,
            tuple(Batch(message, expected, tuple(owners)) for message, expected, owners in batches),
        )
    except (ValueError, TypeError, EOFError):
        return None


def keep_corpus(problem: Problem, seed: int, corpus: Corpus) -> str:
    """Keep a corpus; return "" or why it could not be kept."""
    batches = [(batch.message, batch.expected, batch.owners) for batch in corpus.batches]
    body = marshal.dumps((corpus.properties, corpus.worker_spec, batches), 2)
    return cache.write("corpus", _key(problem, seed, "corpus"), body)


def load_killers(problem: Problem, seed: int) -> tuple[Batch, ...] | None:
    """Return the smallest cases that kill the folder's wrong solutions, or None when not yet known."""
    body = cache.read("corpus", _key(problem, seed, "killers"))
    if body is None:
        return None
    try:
        return tuple(
            Batch(message, expected, tuple(owners)) for message, expected, owners in marshal.loads(body)
        )
    except (ValueError, TypeError, EOFError):
        return None


def keep_killers(problem: Problem, seed: int, batches: Sequence[Batch]) -> str:
    """Keep the killers; return "" or why they could not be kept."""
    body = marshal.dumps([(batch.message, batch.expected, batch.owners) for batch in batches], 2)
    return cache.write("corpus", _key(problem, seed, "killers"), body)
