"""What a judging found, as plain immutable records.

The pipeline builds a Judgement whole; `judge.report` gives it a form and `judge.history` keeps it. Names
follow the JSON document of `judge submit --json` (schema 1, see docs/json.md), which
`Judgement.to_document` writes.
"""

from __future__ import annotations

from typing import NamedTuple

from judge.verdict import Verdict

SCHEMA = 1


class PropertyResult(NamedTuple):
    """One named hidden test: how it went and over how many cases."""

    name: str
    words: str
    """The author's public words for it."""
    outcome: Verdict
    cases: int
    """Cases that were judged."""


class Counterexample(NamedTuple):
    """The smallest failing case that was found, as code to paste below the submission."""

    property: str
    code: str
    expected: str
    actual: str
    shrunk: bool
    """False when the time for shrinking ran out, or the judging ended before it."""
    words: str = ""
    """The property in the author's public words."""
    state: str = ""
    """What the structure should hold before the failing call; empty where that says nothing."""
    printed: str = ""
    """What the submission printed in this case."""
    line: int = 0
    """The submission's line that raised, or 0."""


class OperationCost(NamedTuple):
    """One operation's measured growth."""

    operation: str
    required: str
    measured: str
    """A class such as `O(n)`, or empty when nothing was measured."""
    status: str
    """within | exceeded | inconclusive | not-measured"""
    confidence: float
    points: tuple[tuple[int, float], ...] = ()
    """(n, seconds per call), or (n, bytes) for space."""
    amortized: bool = False
    shape: str = ""
    """The worst shape of the workload, in the author's words."""
    growth: str = ""
    """The growth in plain words."""
    line: int = 0
    """The submission's line that does the growing work, or 0."""
    line_words: str = ""
    """Why that line."""
    reason: str = ""
    """Why the answer is inconclusive or missing, and what would help."""
    spread: tuple[tuple[float, float], ...] = ()
    """For each point the low and high end of what was measured there; empty where that is not known."""
    letter: str = "n"
    """What the first number of each point counts."""
    allowed: str = ""
    """What `required` is in that letter, where it is written in another: `O(m)` is `O(1)` in words."""


class Resources(NamedTuple):
    """What the judging used, measured from outside the worker; `reference_*` for the same cases."""

    cpu_s: float
    wall_s: float
    peak_memory_bytes: int
    reference_cpu_s: float = 0.0


class AppliedLimits(NamedTuple):
    """The bounds that were enforced on the tests."""

    cpu_s: float
    wall_s: float
    memory_bytes: int
    output_bytes: int
    processes: int


class SandboxUsed(NamedTuple):
    """The walls that stood around this judging."""

    backend: str
    layers: tuple[str, ...]
    isolated: bool


class Judgement(NamedTuple):
    """Everything that one judging found."""

    id: str
    problem: str
    problem_version: str
    path: str
    sha256: str
    verdict: Verdict
    message: str
    properties: tuple[PropertyResult, ...]
    passed: int
    failed: int
    counterexample: Counterexample | None
    complexity: tuple[OperationCost, ...]
    space: tuple[OperationCost, ...]
    limits: AppliedLimits
    resources: Resources
    stdout: str
    stderr: str
    truncated: bool
    sandbox: SandboxUsed
    seed: int
    judge_version: str
    noise: str = ""
    """The machine's noise while measuring, in words; empty when nothing was measured."""
    notes: tuple[str, ...] = ()
    """Warnings for the reader: an unisolated run, a cache that could not be written ..."""
    detail: str = ""
    """Lines that belong below the message: the source line that does not compile, with a caret."""
    explored: int = 0
    """Fresh cases, of other seeds, that were tried after the hidden ones."""

    @property
    def whole_message(self) -> str:
        """The message with its detail below, for people."""
        return f"{self.message}\n{self.detail}".rstrip()

    def to_document(self) -> dict[str, object]:
        """Return the JSON document of schema 1."""
        return {
            "schema": SCHEMA,
            "id": self.id,
            "problem": self.problem,
            "problem_version": self.problem_version,
            "submission": {"path": self.path, "sha256": self.sha256},
            "verdict": self.verdict.value,
            "message": self.message,
            "detail": self.detail,
            "tests": {
                "passed": self.passed,
                "failed": self.failed,
                "explored": self.explored,
                "properties": [
                    {"name": p.name, "words": p.words, "outcome": p.outcome.value, "cases": p.cases}
                    for p in self.properties
                ],
            },
            "counterexample": _plain(self.counterexample),
            "complexity": [_plain(cost) for cost in self.complexity],
            "space": [_plain(cost) for cost in self.space],
            "limits": _plain(self.limits),
            "resources": _plain(self.resources),
            "stdout": self.stdout,
            "stderr": self.stderr,
            "truncated": self.truncated,
            "sandbox": _plain(self.sandbox),
            "seed": self.seed,
            "judge_version": self.judge_version,
            "noise": self.noise,
            "notes": list(self.notes),
        }

    @staticmethod
    def from_document(document: dict[str, object]) -> Judgement:
        """Rebuild a judgement from its document. Raises KeyError, TypeError or ValueError for another."""
        return _from_document(document)


def _plain(record: object) -> dict[str, object] | None:
    if record is None:
        return None
    fields: dict[str, object] = record._asdict()  # type: ignore[attr-defined]
    return {name: _listed(value) for name, value in fields.items()}


def _listed(value: object) -> object:
    return [_listed(item) for item in value] if isinstance(value, tuple) else value


def _from_document(document: dict[str, object]) -> Judgement:
    doc: dict = document  # type: ignore[type-arg]
    if doc["schema"] != SCHEMA:
        raise ValueError(f"schema {doc['schema']} is not {SCHEMA}")

    def cost(entry: dict) -> OperationCost:  # type: ignore[type-arg]
        points = tuple((int(n), float(y)) for n, y in entry["points"])
        spread = tuple((float(low), float(high)) for low, high in entry.get("spread", ()))
        return OperationCost(**{**entry, "points": points, "spread": spread})

    tests, example, box = doc["tests"], doc["counterexample"], doc["sandbox"]
    return Judgement(
        id=doc["id"],
        problem=doc["problem"],
        problem_version=doc["problem_version"],
        path=doc["submission"]["path"],
        sha256=doc["submission"]["sha256"],
        verdict=Verdict(doc["verdict"]),
        message=doc["message"],
        properties=tuple(
            PropertyResult(p["name"], p.get("words", ""), Verdict(p["outcome"]), p["cases"])
            for p in tests["properties"]
        ),
        passed=tests["passed"],
        failed=tests["failed"],
        counterexample=Counterexample(**example) if example else None,
        complexity=tuple(cost(entry) for entry in doc["complexity"]),
        space=tuple(cost(entry) for entry in doc["space"]),
        limits=AppliedLimits(**doc["limits"]),
        resources=Resources(**doc["resources"]),
        stdout=doc["stdout"],
        stderr=doc["stderr"],
        truncated=doc["truncated"],
        sandbox=SandboxUsed(box["backend"], tuple(box["layers"]), box["isolated"]),
        seed=doc["seed"],
        judge_version=doc["judge_version"],
        noise=doc.get("noise", ""),
        notes=tuple(doc.get("notes", ())),
        detail=doc.get("detail", ""),
        explored=tests.get("explored", 0),
    )
