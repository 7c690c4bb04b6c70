"""TOML -> Round. Every key is checked; an unknown one is an error, not silence."""

from __future__ import annotations

import difflib
import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from judge.errors import ProblemError, UsageError
from judge.rounds.records import DISCUSSION, PROBLEM, Part, Round

SHIPPED = Path(__file__).parent / "shipped"
LEAST_POINTS, MOST_POINTS = 8, 15
"""A checklist shorter than this says little; a longer one is not read."""

_ROUND_KEYS = ("title", "company", "role", "minutes", "parts")
_PART_KEYS = {
    PROBLEM: ("kind", "problem", "follow_ups"),
    DISCUSSION: ("kind", "title", "prompt", "checklist"),
}


def files(workspace: Path | None = None) -> dict[str, Path]:
    """Every round's file by name: JUDGE_ROUNDS first, then the workspace's rounds/, then the shipped ones.

    Raises UsageError for a folder in JUDGE_ROUNDS that is none.
    """
    folders = [Path(item) for item in os.environ.get("JUDGE_ROUNDS", "").split(os.pathsep) if item]
    for folder in folders:
        if not folder.is_dir():
            raise UsageError(f"{folder}: is not a folder of rounds; JUDGE_ROUNDS names it")
    if workspace is not None:
        folders.append(workspace / "rounds")
    found: dict[str, Path] = {}
    for folder in (*folders, SHIPPED):
        for path in sorted(folder.glob("*.toml")):
            found.setdefault(path.stem, path)
        for path in sorted(folder.glob("*/round.toml")):
            found.setdefault(path.parent.name, path)
    return dict(sorted(found.items()))


def load(name: str, workspace: Path | None = None) -> Round:
    """Load one round by name. Raises UsageError with the nearest names, ProblemError for a broken file."""
    known = files(workspace)
    if name not in known:
        near = difflib.get_close_matches(name, known, 3, 0.4)
        tip = f"did you mean {' or '.join(near)}?" if near else "`judge round list` shows them all"
        raise UsageError(f"no round {name!r}; {tip}")
    return read(name, known[name])


def load_all(workspace: Path | None = None) -> list[Round]:
    """Load every round. Raises ProblemError for the first broken one."""
    return [read(name, path) for name, path in files(workspace).items()]


def read(name: str, path: Path) -> Round:
    """Read one file. Raises ProblemError that names the file, what is wrong and the repair."""
    try:
        document = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise ProblemError(f"{path}: cannot be read ({error.strerror or error})") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ProblemError(f"{path}: is not TOML: {error}") from None
    try:
        return parse(name, document)
    except ValueError as wrong:
        raise ProblemError(f"{path}: {wrong}") from None


def parse(name: str, document: Mapping[str, Any]) -> Round:
    """Build a round from its document. Raises ValueError that says what is wrong and the repair."""
    _only(document, _ROUND_KEYS, "the round")
    parts = document.get("parts")
    if not isinstance(parts, list) or not parts:
        raise ValueError("a round needs at least one [[parts]] table")
    minutes = document.get("minutes")
    if isinstance(minutes, bool) or not isinstance(minutes, int | float) or not 0 < minutes <= 24 * 60:
        raise ValueError(f"minutes must be a number over 0 and at most {24 * 60} (got {minutes!r})")
    return Round(
        name=name,
        title=_text(document, "title", "the round"),
        company=_text(document, "company", "the round"),
        role=_text(document, "role", "the round"),
        minutes=float(minutes),
        parts=tuple(_part(part, f"parts[{at}]") for at, part in enumerate(parts)),
    )


def to_document(round: Round) -> dict[str, Any]:
    """The document that `parse` makes the same round of."""
    return {
        "title": round.title,
        "company": round.company,
        "role": round.role,
        "minutes": round.minutes,
        "parts": [
            {"kind": PROBLEM, "problem": part.title, "follow_ups": list(part.follow_ups)}
            if part.kind == PROBLEM
            else {
                "kind": DISCUSSION,
                "title": part.title,
                "prompt": part.prompt,
                "checklist": list(part.checklist),
            }
            for part in round.parts
        ],
    }


def _part(part: Any, where: str) -> Part:
    if not isinstance(part, dict):
        raise ValueError(f"{where} must be a table; write it as [[parts]]")
    kind = part.get("kind")
    if kind not in _PART_KEYS:
        raise ValueError(f"{where}.kind must be {PROBLEM!r} or {DISCUSSION!r} (got {kind!r})")
    _only(part, _PART_KEYS[kind], where)
    if kind == PROBLEM:
        return Part(
            PROBLEM,
            _text(part, "problem", where),
            follow_ups=_texts(part.get("follow_ups", []), f"{where}.follow_ups"),
        )
    checklist = _texts(part.get("checklist"), f"{where}.checklist")
    if not LEAST_POINTS <= len(checklist) <= MOST_POINTS:
        raise ValueError(
            f"{where}.checklist must have {LEAST_POINTS} to {MOST_POINTS} points (got {len(checklist)})"
        )
    prompt = " ".join(_text(part, "prompt", where).split())
    return Part(DISCUSSION, _text(part, "title", where), prompt, checklist)


def _only(table: Mapping[str, Any], keys: tuple[str, ...], where: str) -> None:
    for key in table:
        if key not in keys:
            near = difflib.get_close_matches(key, keys, 1)
            tip = f"did you mean {near[0]!r}?" if near else f"there are {', '.join(keys)}"
            raise ValueError(f"{where} has an unknown key {key!r}; {tip}")


def _text(table: Mapping[str, Any], key: str, where: str) -> str:
    value = table.get(key)
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"{where} needs a text {key!r} (got {value!r})")
    return value.strip()


def _texts(value: Any, where: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
        raise ValueError(f"{where} must be a list of texts (got {value!r})")
    return tuple(item.strip() for item in value)
