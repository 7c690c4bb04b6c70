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


class Held:
    """Which attributes of a source only ever hold a new instance of one class."""

    def __init__(self) -> None:
        self._made: dict[str, set[str]] = {}
        self._stores: dict[str, int] = {}
        self._assigned: dict[str, int] = {}
        self._others: set[str] = set()
        self._names: set[str] = set()
        self.defined: set[str] = set()
        self._may_rebind = False

    def see(self, node: ast.AST) -> None:
        """Take note of one node of the source."""
        if isinstance(node, ast.Attribute) and not isinstance(node.ctx, ast.Load):
            self._stores[node.attr] = self._stores.get(node.attr, 0) + 1
        elif isinstance(node, ast.ClassDef):
            self._others |= Bound(node.body).names
        elif isinstance(node, ast.arg):
            self._names.add(node.arg)
        elif isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load):
            self._names.add(node.id)
        elif isinstance(node, DEFS):
            self.defined.add(node.name)
        if isinstance(node, (ast.Assign, ast.AnnAssign)):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            made = node.value.func if isinstance(node.value, ast.Call) else None
            for target in targets:
                if isinstance(target, ast.Attribute) and isinstance(made, ast.Name):
                    self._assigned[target.attr] = self._assigned.get(target.attr, 0) + 1
                    self._made.setdefault(target.attr, set()).add(made.id)
        self._may_rebind = self._may_rebind or last_name(node) in _REBINDS

    def found(self) -> dict[str, str]:
        """Return each such attribute with the class's name."""
        if self._may_rebind:
            return {}
        return {
            attribute: next(iter(made))
            for attribute, made in self._made.items()
            if len(made) == 1
            and not made & self._names
            and self._stores[attribute] == self._assigned[attribute]
            and attribute not in self._others
        }


def last_name(node: ast.AST) -> str:
    """Return `c` of `a.b.c`; "" for what has no name."""
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""
