"""The JSON document of a judging, as pydantic models: for reading documents back, and for its JSON Schema.

Documents are written by `Judgement.to_document`; a test holds both together. Keys that this version does
not know are kept, so that a document of a later version with the same schema number can be read.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from judge.errors import UsageError
from judge.judgement import Judgement

Code = Literal["IE", "CE", "TLE", "MLE", "OLE", "RTE", "WA", "CX", "AC"]
Status = Literal["within", "exceeded", "inconclusive", "not-measured"]
Count = Annotated[int, Field(ge=0)]
Amount = Annotated[float, Field(ge=0)]


class _Model(BaseModel):
    model_config = ConfigDict(extra="allow", frozen=True, strict=False)


class SubmissionPart(_Model):
    """Which file was judged."""

    path: str
    sha256: Annotated[str, Field(pattern="^[0-9a-f]{64}$")]


class PropertyPart(_Model):
    """One hidden test."""

    name: str
    words: str = ""
    outcome: Code
    cases: Count


class TestsPart(_Model):
    """All hidden tests."""

    passed: Count
    failed: Count
    properties: tuple[PropertyPart, ...]
    explored: Count = 0


class CounterexamplePart(_Model):
    """The smallest failing case."""

    property: str
    code: str
    expected: str
    actual: str
    shrunk: bool
    words: str = ""
    state: str = ""
    printed: str = ""
    line: Count = 0


class CostPart(_Model):
    """One operation's growth, or the space's."""

    operation: str
    required: str
    measured: str
    status: Status
    confidence: Annotated[float, Field(ge=0, le=1)]
    points: tuple[tuple[int, float], ...] = ()
    amortized: bool = False
    shape: str = ""
    growth: str = ""
    line: Count = 0
    line_words: str = ""
    reason: str = ""
    spread: tuple[tuple[float, float], ...] = ()
    letter: str = "n"
    allowed: str = ""


class LimitsPart(_Model):
    """The bounds that were enforced."""

    cpu_s: Amount
    wall_s: Amount
    memory_bytes: Count
    output_bytes: Count
    processes: Count


class ResourcesPart(_Model):
    """What was used."""

    cpu_s: Amount
    wall_s: Amount
    peak_memory_bytes: Count
    reference_cpu_s: Amount = 0.0


class SandboxPart(_Model):
    """The walls that stood."""

    backend: str
    layers: tuple[str, ...]
    isolated: bool


class ReportDocument(_Model):
    """The whole document, schema 1."""

    schema_: Annotated[Literal[1], Field(alias="schema")]
    id: str
    problem: str
    problem_version: str
    submission: SubmissionPart
    verdict: Code
    message: str
    tests: TestsPart
    counterexample: CounterexamplePart | None
    complexity: tuple[CostPart, ...]
    space: tuple[CostPart, ...]
    limits: LimitsPart
    resources: ResourcesPart
    stdout: str
    stderr: str
    truncated: bool
    sandbox: SandboxPart
    seed: int
    judge_version: str
    noise: str = ""
    notes: tuple[str, ...] = ()
    detail: str = ""
    key: str | None = None
    """In lines of `judge batch`: by which a verdict is found again."""


def read_judgement(document: dict[str, Any]) -> Judgement:
    """Return the judgement that a document holds. Raises UsageError that says what is wrong with it."""
    try:
        valid = ReportDocument.model_validate(document)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"]) or "the document"
        raise UsageError(f"not a report of the judge: {where}: {first['msg']}") from None
    return Judgement.from_document(_known(valid))


def _known(model: BaseModel) -> dict[str, Any]:
    """Return the model as plain data, without the keys that this version does not know."""

    def plain(value: object) -> object:
        if isinstance(value, BaseModel):
            return _known(value)
        if isinstance(value, tuple):
            return [plain(item) for item in value]
        return value

    return {
        (field.alias or name): plain(getattr(model, name)) for name, field in type(model).model_fields.items()
    }
