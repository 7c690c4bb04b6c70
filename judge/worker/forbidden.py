"""What a problem's `forbid` rules out, looked for on the syntax tree before anything runs.

    name           the builtin or the import of that name, by any route that the syntax shows
    .name          a method or attribute of that name on anything
    module.name    the name in that module
    {}             dict and set displays and comprehensions
    **             a parameter that collects keyword arguments in a dict

A name that is local to a function of the submission is its own affair, and so is a method that its own class
defines and calls on self.
"""

from __future__ import annotations

import ast
from collections.abc import Sequence

_DEFS = (ast.FunctionDef, ast.AsyncFunctionDef)
_FUNCTIONS = (*_DEFS, ast.Lambda)
_COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
_WORDS = {"{}": "a dict or set in braces", "**": "a ** parameter"}

Own = frozenset[str]
"""Names of the submission's own at some place: locals, and `self.method` for the methods of its class."""

OnSelf = dict[ast.AST, set[str]]
"""For each method, `self.name` for what its class defines itself, with the name that it gives self."""


def find_forbidden(tree: ast.AST, forbid: list[str]) -> tuple[int, str] | None:
    """Return the line and the words for the first use of something forbidden, or None."""
    best: tuple[int, str] | None = None
    banned = set(forbid)
    on_self: OnSelf = {}
    pending: list[tuple[ast.AST, Own]] = [(tree, frozenset())]
    while pending:  # not ast.walk: a deep source must not recurse here
        node, own = pending.pop()
        pending.extend(_inside(node, own, on_self, banned))
        for name in _uses(node, own):
            if name in banned:
                line = getattr(node, "lineno", 0)
                if best is None or line < best[0]:
                    best = (line, f"{_WORDS.get(name, name.lstrip('.'))} may not be used in this problem")
    return best


def _inside(node: ast.AST, own: Own, on_self: OnSelf, banned: set[str]) -> list[tuple[ast.AST, Own]]:
    """Return the children of a node, each with what is the submission's own there."""
    children = list(ast.iter_child_nodes(node))
    if isinstance(node, _FUNCTIONS):
        inner = _own_in(node, own, on_self.get(node, set()))
        body = {node.body} if isinstance(node, ast.Lambda) else set(node.body)
        # Decorators, defaults and annotations are evaluated outside, where the names are not local yet
        return [(child, inner if child in body else own) for child in children]
    if isinstance(node, ast.ClassDef):
        methods = {child for child in node.body if isinstance(child, _DEFS)}
        spared = {child.name for child in methods if f".{child.name}" in banned}
        # A name that a class body binds is looked up there, then among the globals: never in a function
        outer = own - _Bound(node.body).names
        if spared and not any(isinstance(child, ast.Delete) for child in node.body):
            on_self.update((method, _on_self(method, spared)) for method in methods)
        return [(child, own if child in methods else outer) for child in children]
    return [(child, own) for child in children]


def _on_self(method: ast.FunctionDef | ast.AsyncFunctionDef, names: set[str]) -> set[str]:
    parameters = [*method.args.posonlyargs, *method.args.args]
    if method.decorator_list or not parameters:
        return set()
    return {f"{parameters[0].arg}.{name}" for name in names}


def _own_in(
    function: ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda, own: Own, on_self: set[str]
) -> Own:
    """Return what is the submission's own in the body of a function."""
    body = [function.body] if isinstance(function, ast.Lambda) else function.body
    bound = _Bound(body)
    local = {
        node.arg for node in ast.iter_child_nodes(function.args) if isinstance(node, ast.arg)
    } | bound.names
    if any(name.partition(".")[0] in bound.names for name in on_self):
        on_self = set()  # a self that is bound again may be anything
    seen = {name for name in own if name.partition(".")[0] not in local}
    return frozenset((seen - bound.globals) | local | on_self)


class _Bound:
    """What the statements of one scope bind in it, and declare global."""

    def __init__(self, body: Sequence[ast.AST]) -> None:
        self.names: set[str] = set()
        self.globals: set[str] = set()
        elsewhere: set[str] = set()
        pending = list(body)
        while pending:
            node = pending.pop()
            if isinstance(node, (*_DEFS, ast.ClassDef)):
                self.names.add(node.name)
            elif isinstance(node, ast.Global):
                self.globals.update(node.names)
            elif isinstance(node, ast.Nonlocal):
                elsewhere.update(node.names)
            elif isinstance(node, _COMPREHENSIONS):
                self.names.update(_walruses(node))  # its targets are its own
            elif not isinstance(node, ast.Lambda):
                self.names.update(_binds(node))
                pending.extend(ast.iter_child_nodes(node))
        self.names -= self.globals | elsewhere


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


def _uses(node: ast.AST, own: Own) -> list[str]:
    if isinstance(node, ast.Name):
        return [] if node.id in own else [node.id]
    if isinstance(node, ast.Attribute):
        if not isinstance(node.value, ast.Name):
            return ["." + node.attr]
        if f"{node.value.id}.{node.attr}" in own:
            return []
        names = ["." + node.attr, f"{node.value.id}.{node.attr}"]
        return [*names, node.attr] if node.value.id in ("builtins", "__builtins__") else names
    if isinstance(node, ast.Import):
        return [part for alias in node.names for part in (alias.name, alias.name.split(".")[0])]
    if isinstance(node, ast.ImportFrom):
        module = node.module or ""
        inside = [f"{module}.{alias.name}" for alias in node.names]
        plain = [alias.name for alias in node.names]
        return [module, module.split(".")[0], *inside, *plain]
    if isinstance(node, (ast.Dict, ast.Set, ast.DictComp, ast.SetComp)):
        return ["{}"]
    if isinstance(node, _FUNCTIONS) and node.args.kwarg is not None:
        return ["**"]
    return []
