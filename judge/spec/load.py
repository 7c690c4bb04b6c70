"""Folder -> Problem. The parsed file is cached by content, so the warm path needs no TOML and no pydantic."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from judge import cache
from judge.digest import sha256
from judge.errors import ProblemError
from judge.spec.problem import (
    Bound,
    Entry,
    Equivalent,
    Method,
    Parameter,
    Problem,
    ProblemLimits,
)
from judge.version import __version__

FILES = ("problem.toml", "statement.md", "starter.py", "tests.py", "workload.py")
LITTER = ("__pycache__", ".DS_Store", "Thumbs.db", "desktop.ini")
"""What interpreters and desktops leave in a folder; with editors' copies (`is_litter`) it is passed over."""
PREFIXES = ("wa_", "cx_", "tle_", "rte_", "mle_")
_FORMAT = "9"
"""Changes whenever the cached form below does, or what the schema takes where a file says nothing."""


def load_problem(folder: Path, reference_folder: Path) -> Problem:
    """Read one problem folder. Raises ProblemError for anything that is not as the contract says."""
    try:
        contents = _read_folder(folder, reference_folder)
    except OSError as error:  # a folder; of a file _read says so itself
        where = show(Path(error.filename)) if error.filename else show(folder)
        raise ProblemError(f"{where}: cannot be read ({error.strerror}); see its permissions") from None
    for path, text in contents.items():
        if path.parent.name != "wrong":  # those are submissions, in any encoding that they declare
            _check_encoding(path, text)
    record = _record(folder, contents[folder / "problem.toml"])
    return _assemble(folder, reference_folder, _version(folder, reference_folder, contents), record)


def _read_folder(folder: Path, reference_folder: Path) -> dict[Path, bytes]:
    """Return the contents of every file that counts; raise for a missing or an unexpected one."""
    contents: dict[Path, bytes] = {}
    for name in FILES:
        contents[folder / name] = _read(folder / name)
    for path in sorted(folder.iterdir()):
        if path.name in FILES or is_litter(path):
            continue
        if path.name == "wrong" and path.is_dir():
            contents.update((wrong, _read(wrong)) for wrong in _wrong_files(path))
            continue
        raise ProblemError(_unexpected(path))
    if not (reference_folder / "solution.py").is_file():
        raise ProblemError(
            f"{show(reference_folder / 'solution.py')}: is missing; write the trusted solution there"
        )
    for path in sorted(reference_folder.glob("[!.]*.py")):
        contents[path] = _read(path)
    return contents


def _wrong_files(folder: Path) -> list[Path]:
    found = []
    for path in sorted(folder.iterdir()):
        if is_litter(path):
            continue
        if path.suffix != ".py" or not path.name.startswith(PREFIXES):
            raise ProblemError(
                f"{show(path)}: a wrong solution is a .py file whose name starts with the verdict that it "
                f"must earn ({', '.join(PREFIXES)}); rename or remove it"
            )
        found.append(path)
    return found


def is_litter(path: Path) -> bool:
    """Is this no part of the folder, and nobody's mistake: `tests.py~`, `.tests.py.swp`, `.#tests.py`?"""
    name = path.name
    return name in LITTER or name.endswith(("~", ".swp", ".swo")) or name.startswith((".#", "._"))


def _unexpected(path: Path) -> str:
    import difflib

    if path.name == "wrong":
        return f"{show(path)}: is no folder; make it one, with a wrong solution in each of its files"
    near = difflib.get_close_matches(path.name, [*FILES, "wrong"], 1, 0.6)
    repair = f"did you mean {near[0]}?" if near else "remove it"
    return f"{show(path)}: is not part of a problem folder; {repair}"


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        near = ""
        if path.parent.is_dir():
            import difflib

            others = [p.name for p in path.parent.iterdir() if p.name not in FILES]
            found = difflib.get_close_matches(path.name, others, 1, 0.6)
            near = (
                f"; rename {found[0]} to {path.name}" if found else "; `judge new` writes one to start from"
            )
        raise ProblemError(f"{show(path)}: is missing{near}") from None
    except OSError as error:
        raise ProblemError(f"{show(path)}: cannot be read ({error.strerror})") from None


def _check_encoding(path: Path, text: bytes) -> None:
    """Raise for a file that cannot be shown as text. Done at every reading: 20 us for a whole folder."""
    try:
        text.decode("utf-8")
    except UnicodeDecodeError as error:
        line, byte = text.count(b"\n", 0, error.start) + 1, text[error.start]
        words = f"{show(path)}:{line}: is not UTF-8 (byte 0x{byte:02x}); save it as UTF-8"
        raise ProblemError(words) from None


def show(path: Path) -> str:
    """A path as people want to read it: below the current folder where it is."""
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except (ValueError, OSError):
        return str(path)


def _version(folder: Path, reference_folder: Path, contents: dict[Path, bytes]) -> str:
    """Hash everything that can change a verdict: the folder and its accepted solutions."""
    digest = sha256(_FORMAT.encode())
    for path in sorted(contents):
        owner = "problem" if path.is_relative_to(folder) else "reference"
        base = folder if owner == "problem" else reference_folder
        digest.update(f"{owner}/{path.relative_to(base)}\0{len(contents[path])}\0".encode())
        digest.update(contents[path])
    return digest.hexdigest()[:16]


def _record(folder: Path, text: bytes) -> dict[str, Any]:
    """Return the validated file as plain data, from the cache where it is there."""
    key = sha256(f"{_FORMAT}/{__version__}/".encode() + text).hexdigest()
    kept = cache.read("spec", key)
    if kept is not None:
        return json.loads(kept)  # type: ignore[no-any-return]
    record = _parse(folder / "problem.toml", text)
    cache.write("spec", key, json.dumps(record).encode())
    return record


def _parse(path: Path, text: bytes) -> dict[str, Any]:
    import tomllib

    from pydantic import ValidationError

    from judge.spec.schema import ProblemFile
    from judge.spec.signature import parse_signature

    try:
        raw = tomllib.loads(text.decode("utf-8-sig"))  # TOML has no byte order mark, editors write one
    except tomllib.TOMLDecodeError as error:
        raise ProblemError(f"{show(path)}: is not valid TOML: {error}") from None
    try:
        valid = ProblemFile.model_validate(raw)
    except ValidationError as error:
        # A misspelt key is also a missing one: the misspelling says more.
        first = min(error.errors(), key=lambda found: found["type"] != "extra_forbidden")
        raise ProblemError(_explain(path, text.decode("utf-8"), first)) from None
    record = valid.model_dump(mode="json")
    entry = valid.entry
    signatures = [parse_signature(line) for line in (entry.methods or entry.functions)]
    record["entry"] = {
        "kind": "class" if entry.class_ else "function",
        "class_name": entry.class_ or signatures[0].owner,
        "constructor": parse_signature("constructor" + entry.constructor).parameters,
        "methods": [[s.name, s.parameters, s.returns] for s in signatures],
    }
    return record


def _explain(path: Path, text: str, error: Any) -> str:
    where = ".".join(str(part) for part in error["loc"] if part not in ("str", "BoundTable"))
    keys = [str(part) for part in error["loc"]]
    if not keys:  # of the file as a whole; the message begins with the key
        keys = error["msg"].removeprefix("Value error, ").partition(":")[0].split(".")
    line = _line_of(text, keys)
    place = f"{show(path)}:{line}" if line else show(path)
    kind = error["type"]
    got = "" if isinstance(error["input"], dict) else f" (got {error['input']!r})"
    if kind == "extra_forbidden":
        return f"{place}: {where} is not a known key; {_nearest_key(where)}"
    if kind == "missing":
        return f"{place}: {where} is missing; add it"
    if kind == "greater_than":
        return f"{place}: {where} must be > {error['ctx']['gt']:g}{got}"
    message = error["msg"].removeprefix("Value error, ")
    if kind == "value_error":
        return f"{place}: {where + ': ' if where else ''}{message}"
    return f"{place}: {where}: {message[0].lower()}{message[1:]}{got}"


def _nearest_key(where: str) -> str:
    import difflib

    from judge.spec import schema

    tables = (
        schema.ProblemFile, schema.EntryTable, schema.LimitsTable, schema.BoundTable,
        schema.BudgetTable, schema.EquivalentTable,
    )  # fmt: skip
    known = {field.alias or name for table in tables for name, field in table.model_fields.items()}
    near = difflib.get_close_matches(where.split(".")[-1], known, 1, 0.7)
    return f"did you mean {near[0]}?" if near else "remove it"


def _line_of(text: str, path: list[str]) -> int:
    """Return the line that sets the key at `path`, or 0: TOML's parser keeps no positions."""
    table, keys = "", [part for part in path if not part.isdigit()]
    for number, raw in enumerate(text.splitlines(), 1):
        line = raw.strip()
        if line.startswith("["):
            table = line.strip("[] ")
            if keys and table == ".".join(keys):
                return number
            continue
        name = line.split("=", 1)[0].strip().strip('"')
        full = [*filter(None, table.split(".")), name]
        if "=" in line and full == keys[: len(full)]:
            return number
    return 0


def _assemble(folder: Path, reference_folder: Path, version: str, record: dict[str, Any]) -> Problem:
    limits, entry, budget = record["limits"], record["entry"], record["budget"]
    bounds = [_bound(name, value) for name, value in record["complexity"].items()]
    mib = 1024 * 1024
    return Problem(
        slug=folder.name,
        folder=folder,
        reference_folder=reference_folder,
        version=version,
        title=record["title"],
        difficulty=record["difficulty"],
        topics=tuple(record["topics"]),
        asked=record["asked"],
        entry=Entry(
            kind=entry["kind"],
            class_name=entry["class_name"],
            constructor=_parameters(entry["constructor"]),
            methods=tuple(Method(name, _parameters(ps), returns) for name, ps, returns in entry["methods"]),
        ),
        limits=ProblemLimits(
            time_factor=limits["time_factor"],
            time_floor_s=limits["time_floor_s"],
            wall_s=limits["wall_s"],
            memory_bytes=limits["memory_mb"] * mib,
            output_bytes=limits["output_mb"] * mib,
            processes=limits["processes"],
            recursion=limits["recursion"],
        ),
        bounds=tuple(bound for bound in bounds if bound.operation != "space"),
        space=next((bound for bound in bounds if bound.operation == "space"), None),
        hints=tuple(record["hints"]),
        follow_ups=tuple(record["follow_ups"]),
        forbid=tuple(record["forbid"]),
        requires=tuple(record["requires"]),
        equivalents=tuple(Equivalent(**item) for item in record["equivalent"]),
        operation_budget_s=budget["operation_s"],
        complexity_budget_s=budget["submission_s"],
    )


def _parameters(pairs: Any) -> tuple[Parameter, ...]:
    return tuple(Parameter(name, kind) for name, kind in pairs)


def _bound(operation: str, value: Any) -> Bound:
    if isinstance(value, str):
        return Bound(operation, value)
    return Bound(operation, value["bound"], value["amortized"])
