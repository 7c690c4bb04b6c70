"""The signatures of problem.toml, `push(val: int) -> void`: names, parameters, types."""

from __future__ import annotations

import difflib
import re
from typing import NamedTuple

TYPES = (
    "int", "float", "bool", "str", "bytes", "None", "Any", "TreeNode", "ListNode", "ndarray", "Module",
    "Callable", "ContextManager",
)  # fmt: skip
CONTAINERS = {"list": "list[int]", "set": "set[int]", "dict": "dict[int, str]", "tuple": "tuple[int, str]"}
"""Each with an example of its brackets, which may be left out."""
ALIASES = ("List", "Set", "Dict", "Tuple", "Optional", "Union", "frozenset", "deque", "object")
"""As other places write them; they are shown as they stand."""
NEAR = 0.85
"""A name this near to a known type is a misspelling of it; any other unknown name is the author's own."""
RESULTS = ("void", "NodeIndex")
"""Further types of a result: ignored, and one of the argument's nodes."""

_SIGNATURE = re.compile(
    r"(?:(?P<owner>[A-Za-z_]\w*)\.)?(?P<name>[A-Za-z_]\w*)\s*\((?P<inside>.*)\)\s*(?:->\s*(?P<returns>\S.*))?"
)
_PARAMETER = re.compile(r"(?P<name>[A-Za-z_]\w*)\s*:\s*(?P<type>[^=\s][^=]*)(?P<default>=.*)?")
_TYPE = re.compile(r"(?P<name>\w+)\s*(?P<brackets>\[(?P<inside>.*)\])?")


class Signature(NamedTuple):
    """A parsed signature, `push(val: int) -> void`."""

    owner: str
    name: str
    parameters: tuple[tuple[str, str], ...]
    returns: str


def parse_signature(text: str) -> Signature:
    """Parse `Owner.name(parameter: type, ...) -> type`. Raises ValueError that says what is wrong."""
    found = _SIGNATURE.fullmatch(text.strip())
    if found is None:
        raise ValueError(f"{text!r} is not a signature; write it as `name(parameter: type) -> type`")
    parameters: list[tuple[str, str]] = []
    for part in _split(found["inside"], ","):
        piece = _PARAMETER.fullmatch(part)
        if piece is None:
            raise ValueError(f"in {text!r}, {part!r} must be written as `name: type`")
        if piece["default"]:
            raise ValueError(f"in {text!r}, {piece['name']} has a default; remove it")
        if any(name == piece["name"] for name, _ in parameters):
            raise ValueError(f"in {text!r}, two parameters are called {piece['name']}; rename one")
        parameters.append((piece["name"], piece["type"].strip()))
    returns = (found["returns"] or "void").strip()
    for words in [*(kind for _, kind in parameters), *([returns] if returns not in RESULTS else [])]:
        fault = _fault(words)
        if fault:
            raise ValueError(f"in {text!r}, {fault}")
    return Signature(found["owner"] or "", found["name"], tuple(parameters), returns)


def _split(inside: str, separator: str) -> list[str]:
    """Split at the separators outside brackets."""
    parts, depth, start = [], 0, 0
    for at, letter in enumerate(inside):
        depth += (letter in "[(") - (letter in "])")
        if letter == separator and depth == 0:
            parts.append(inside[start:at].strip())
            start = at + 1
    rest = inside[start:].strip()
    return [*parts, rest] if rest or parts else []


def _fault(words: str) -> str:
    """Say what is wrong with a type; "" where it is one, or several with `|` between them."""
    parts = _split(words, "|")
    if len(parts) > 1:
        return next(filter(None, map(_fault, parts)), "")
    found = _TYPE.fullmatch(words)
    if found is None:
        return f"{words!r} is not a type"
    name, inside = found["name"], _split(found["inside"] or "", ",")
    if name not in CONTAINERS and name not in TYPES:
        return _misspelt(name) or next(filter(None, map(_fault, inside)), "")
    example = CONTAINERS.get(name, name)
    asked = 0 if name in TYPES else example.count(",") + 1
    if found["brackets"] and (not inside or len(inside) != asked) and not (name == "tuple" and inside):
        return f"{words!r} is not a type; write {example}"
    return next(filter(None, map(_fault, inside)), "")


def _misspelt(name: str) -> str:
    if name in RESULTS:
        return f"{name} can only be what is returned"
    lower = {kind.lower(): kind for kind in (*TYPES, *CONTAINERS, *RESULTS)}
    near = [] if name in ALIASES else difflib.get_close_matches(name.lower(), lower, 1, NEAR)
    return f"{name} is not a known type; did you mean {lower[near[0]]}?" if near else ""
