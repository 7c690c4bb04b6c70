"""What the statements of a scope bind, and what attributes hold, as the text of a source shows it."""

from __future__ import annotations

import ast
from collections.abc import Sequence

DEFS = (ast.FunctionDef, ast.AsyncFunctionDef)
COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)

_REBINDS = frozenset(
    {
        *("setattr", "vars", "exec", "eval", "globals", "locals", "__dict__", "__setattr__"),
        *("__getattr__", "__getattribute__"),
    }
)
"""With any of these in a source, an attribute may hold what no assignment shows."""


class Bound:
    """What the statements of one scope bind in it, and declare global."""

    def __init__(self, body: Sequence[ast.AST]) -> None:
        self.names: set[str] = set()
        self.globals: set[str] = set()
        self.times: dict[str, int] = {}
        """How often the text binds each of the names."""
        self.statements: list[ast.AST] = []
        """The assignments among them, also those in branches and loops."""
        elsewhere: set[str] = set()
        pending = list(body)
        while pending:
            node = pending.pop()
            if isinstance(node, (*DEFS, ast.ClassDef)):
                self._bind([node.name])
            elif isinstance(node, ast.Global):
                self.globals.update(node.names)
            elif isinstance(node, ast.Nonlocal):
                elsewhere.update(node.names)
            elif isinstance(node, COMPREHENSIONS):
                self._bind(_walruses(node))  # its targets are its own
            elif not isinstance(node, ast.Lambda):
                self._bind(_binds(node))
                if isinstance(node, (ast.Assign, ast.AnnAssign)):
                    self.statements.append(node)
                pending.extend(ast.iter_child_nodes(node))
        self.names -= self.globals | elsewhere

    def _bind(self, names: list[str]) -> None:
        self.names.update(names)
        for name in names:
            self.times[name] = self.times.get(name, 0) + 1


def _binds(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Name):
        return [] if isinstance(node.ctx, ast.Load) else [node.id]
    if isinstance(node, ast.alias):
        return [node.asname or node.name.split(".")[0]]
    if isinstance(node, (ast.ExceptHandler, ast.MatchAs, ast.MatchStar)):
        return [node.name] if node.name else []
    if isinstance(node, ast.MatchMapping):
        return [node.rest] if node.rest else []
    return []


def _walruses(comprehension: ast.AST) -> list[str]:
    """Return the names that := inside a comprehension binds around it."""
    names, pending = [], [comprehension]
    while pending:
        node = pending.pop()
        if isinstance(node, ast.NamedExpr):
            names.append(node.target.id)
        if not isinstance(node, ast.Lambda):
            pending.extend(ast.iter_child_nodes(node))
    return names


def assignment(node: ast.AST) -> tuple[list[ast.expr], ast.expr | None]:
    """Return the targets and the value of an assignment; nothing for all else."""
    if isinstance(node, ast.Assign):
        return node.targets, node.value
    return ([node.target], node.value) if isinstance(node, ast.AnnAssign) else ([], None)


def called_name(node: ast.AST | None) -> str:
    """Return `c` of `c(...)`; "" for all else."""
    return node.func.id if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) else ""


class Held:
    """Which attributes of a source only ever hold a new instance of one class."""

    def __init__(self) -> None:
        self._made: dict[str, list[str]] = {}
        """What is called to make what an attribute is given; "" where that is no call of a name."""
        self._stores: dict[str, int] = {}
        self._others: set[str] = set()
        self.names: set[str] = set()
        """Names that the source gives to something, but for what it defines and imports as it is called."""
        self._may_rebind = False

    def see(self, node: ast.AST) -> None:
        """Take note of one node of the source."""
        if isinstance(node, ast.Attribute) and not isinstance(node.ctx, ast.Load):
            self._stores[node.attr] = self._stores.get(node.attr, 0) + 1
        elif isinstance(node, ast.ClassDef):
            self._others |= Bound(node.body).names
        elif isinstance(node, ast.arg):
            self.names.add(node.arg)
        elif isinstance(node, ast.alias):
            self.names.update([node.asname] if node.asname not in (None, node.name) else [])
        else:
            self.names.update(_binds(node))
        targets, value = assignment(node)
        for target in targets:
            if isinstance(target, ast.Attribute):
                self._made.setdefault(target.attr, []).append(called_name(value))
        self._may_rebind = self._may_rebind or last_name(node) in _REBINDS

    def found(self) -> dict[str, str]:
        """Return each such attribute with the class's name."""
        if self._may_rebind:
            return {}
        return {
            attribute: made[0]
            for attribute, made in self._made.items()
            if len(set(made)) == 1
            and made[0] not in self.names
            and self._stores[attribute] == len(made)
            and attribute not in self._others
        }


def last_name(node: ast.AST) -> str:
    """Return `c` of `a.b.c`; "" for what has no name."""
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""
