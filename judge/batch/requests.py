"""What a worker is asked and what it answers, and the key by which a verdict is found again."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from judge.batch.entries import Entry
from judge.generate.corpus import drawn_with
from judge.judgement import AppliedLimits, Judgement, Resources, SandboxUsed
from judge.request import Options
from judge.spec.discover import Roots
from judge.spec.problem import Problem
from judge.verdict import Verdict
from judge.version import __version__

QUIET_WAIT_S = 20.0
"""How long measuring waits for the machine to pass its own noise check; then it is inconclusive."""


@dataclass(frozen=True, slots=True)
class Setup:
    """All that a worker needs to know once, as plain values that can be sent."""

    roots: tuple[str, ...]
    workspace: str
    sandbox: str = "auto"
    allow_unisolated: bool = False
    seed: int = 0
    complexity: bool = True
    complexity_budget_s: float | None = None
    killers: bool = True

    @staticmethod
    def of(roots: Roots, options: Options, sandbox: str, *, allow_unisolated: bool = False) -> Setup:
        """Gather what holds for a whole batch."""
        return Setup(
            tuple(str(folder) for folder in roots.folders),
            str(roots.workspace),
            sandbox,
            allow_unisolated,
            options.seed,
            options.complexity,
            options.complexity_budget_s,
            options.killers,
        )

    def options(self) -> Options:
        """Return how each submission is judged."""
        return Options(
            seed=self.seed,
            complexity=self.complexity,
            complexity_budget_s=self.complexity_budget_s,
            killers=self.killers,
            quiet_wait_s=QUIET_WAIT_S,
        )

    def find(self) -> Roots:
        """Return the problem roots, wherever the worker runs."""
        return Roots(tuple(Path(folder) for folder in self.roots), Path(self.workspace))

    def to_json(self) -> str:
        return json.dumps(asdict(self))

    @staticmethod
    def from_json(text: bytes | str) -> Setup:
        record: dict[str, Any] = json.loads(text)
        return Setup(**{**record, "roots": tuple(record["roots"])})


@dataclass(frozen=True, slots=True)
class Request:
    """One submission for a worker."""

    at: int
    """Its number in the batch."""
    id: str
    problem: str
    version: str
    """The problem's version when the key was made; a worker that has another must not judge."""
    key: str
    path: str
    source: bytes

    def to_line(self) -> bytes:
        """One line of JSON; the source as the text that Latin-1 makes of its bytes."""
        text = self.source.decode("latin-1")
        record = (self.at, self.id, self.problem, self.version, self.key, self.path, text)
        return json.dumps(record).encode() + b"\n"

    @staticmethod
    def from_line(line: bytes) -> Request:
        at, id, problem, version, key, path, text = json.loads(line)
        return Request(at, id, problem, version, key, path, text.encode("latin-1"))


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of one request."""

    at: int
    id: str
    problem: str
    verdict: Verdict | None
    """None where there is no verdict; `refused` says why."""
    cpu_s: float
    line: bytes
    """The verdict's line of the journal, with its new line; empty where there is none."""
    refused: str = ""
    invalid: bool = False
    """Whether it is refused because its problem folder is invalid."""


def verdict_key(entry: Entry, problem: Problem, setup: Setup) -> str:
    """Hash what was asked and what cases are drawn with: all that changes verdicts, but for the machine."""
    parts = (
        hashlib.sha256(entry.source).hexdigest(),
        problem.slug,
        problem.version,
        __version__,
        problem.limits._asdict(),
        drawn_with(),
        setup.sandbox,
        setup.seed,
        setup.complexity,
        setup.complexity_budget_s,
        setup.killers,
    )
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:32]


def journal_line(judgement: Judgement, request: Request) -> bytes:
    """Spell a verdict as its line: the document of `judge submit --json` with the input's id, and the key."""
    document = judgement.to_document()
    document["id"] = request.id
    document["key"] = request.key
    return json.dumps(document, allow_nan=False, default=str).encode() + b"\n"


def answer_of(judgement: Judgement, request: Request) -> Answer:
    """Put a judgement into an answer."""
    line = journal_line(judgement, request)
    return Answer(request.at, request.id, request.problem, judgement.verdict, judgement.resources.cpu_s, line)


def give_up(request: Request, problem: Problem, setup: Setup, message: str) -> Answer:
    """Answer IE for a submission that no worker survives."""
    limits = problem.limits
    judgement = Judgement(
        id=os.urandom(5).hex(),
        problem=problem.slug,
        problem_version=problem.version,
        path=request.path,
        sha256=hashlib.sha256(request.source).hexdigest(),
        verdict=Verdict.IE,
        message=message,
        properties=(),
        passed=0,
        failed=0,
        counterexample=None,
        complexity=(),
        space=(),
        limits=AppliedLimits(
            limits.time_floor_s, limits.wall_s, limits.memory_bytes, limits.output_bytes, limits.processes
        ),
        resources=Resources(0.0, 0.0, 0),
        stdout="",
        stderr="",
        truncated=False,
        sandbox=SandboxUsed(setup.sandbox, (), False),
        seed=setup.seed,
        judge_version=__version__,
    )
    return answer_of(judgement, request)
