"""What a problem's `forbid` rules out, looked for on the syntax tree before anything runs.

    name           the builtin or the import of that name, by any route that the syntax shows
    .name          a method or attribute of that name on anything
    module.name    the name in that module
    {}             dict and set displays and comprehensions
    **             a parameter that collects keyword arguments in a dict

A name counts in quotes too where it is looked up at once: by getattr, methodcaller, attrgetter, in __dict__.

A name that is local to a function or a comprehension of the submission is its own affair, and so are a
function, class or variable that its module defines before it names it, a method that its own class or that
class's own bases define and call on self, and one that is called on such a class or on a new instance of it.
What stands below `if __name__ == "__main__":` never runs here.
"""

from __future__ import annotations

import ast
from collections.abc import Sequence

_DEFS = (ast.FunctionDef, ast.AsyncFunctionDef)
_FUNCTIONS = (*_DEFS, ast.Lambda)
_COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
_WORDS = {"{}": "a dict or set in braces", "**": "a ** parameter"}

_BY_TEXT = frozenset({"getattr", "methodcaller", "attrgetter", "__getattribute__"})
"""What looks up an attribute by a text."""

Own = frozenset[str]
"""Names of the submission's own at some place: locals, and `self.method` for the methods of its class."""

OnSelf = dict[ast.AST, set[str]]
"""For each method, `self.name` for what its class defines itself, with the name that it gives self."""


def find_forbidden(tree: ast.AST, forbid: list[str]) -> tuple[int, str] | None:
    """Return the line and the words for the first use of something forbidden, or None."""
    best: tuple[int, str] | None = None
    finder = _Finder(tree, set(forbid))
    pending: list[tuple[ast.AST, Own]] = [(tree, frozenset())]
    while pending:  # not ast.walk: a deep source must not recurse here
        node, own = pending.pop()
        pending.extend(finder.inside(node, own))
        for name in finder.uses(node, own):
            if name in finder.banned:
                line = getattr(node, "lineno", 0)
                if best is None or line < best[0]:
                    best = (line, f"{_WORDS.get(name, name.lstrip('.'))} may not be used in this problem")
    return best


class _Finder:
    """What is known of a whole source."""

    def __init__(self, tree: ast.AST, banned: set[str]) -> None:
        self.banned = banned
        self._on_self: OnSelf = {}
        self._within: dict[ast.AST, Own] = {}
        """What the bodies of the module's definitions may name, where that is more than their heads may."""
        self._aliases: dict[str, str] = {}
        self._by_text: dict[str, str] = {}
        """Further names that the source gives to what looks up by a text."""
        self._names_itself_main = False
        deleted: set[str] = set()
        pending = [tree]
        while pending:
            node = pending.pop()
            pending.extend(ast.iter_child_nodes(node))
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Del):
                deleted.add(node.id)
            elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store) and node.id == "__name__":
                self._names_itself_main = True
            elif isinstance(node, ast.Import):
                self._aliases.update((alias.asname, alias.name) for alias in node.names if alias.asname)
            elif isinstance(node, ast.ImportFrom):
                found = [(alias.asname or alias.name, alias.name) for alias in node.names]
                self._by_text.update((new, name) for new, name in found if name in _BY_TEXT)
            elif isinstance(node, ast.Assign) and _last_name(node.value) in _BY_TEXT:
                new_names = [target.id for target in node.targets if isinstance(target, ast.Name)]
                self._by_text.update(dict.fromkeys(new_names, _last_name(node.value)))
        top = list(ast.iter_child_nodes(tree)) if isinstance(tree, ast.Module) else []
        seen: set[str] = set()
        again: set[str] = set()
        for node in top:
            names = _Bound([node]).names
            again |= seen & names
            seen |= names
        self._once = seen - again - deleted
        self._methods: dict[str, set[str]] = {}
        """For each class of the module, the forbidden names that it or its own bases define as methods."""
        self._plain = {"object"}
        """Classes of the module whose calls surely make an instance."""
        for node in top:
            if isinstance(node, ast.ClassDef) and node.name in self._once:
                self._methods[node.name] = self._spared(node)
                bases = {base.id if isinstance(base, ast.Name) else "" for base in node.bases}
                made = {child.name for child in node.body if isinstance(child, _DEFS)} & {"__new__"}
                if not (made or node.keywords or node.decorator_list) and bases <= self._plain:
                    self._plain.add(node.name)

    def _spared(self, node: ast.ClassDef) -> set[str]:
        """Return the forbidden names of methods that are surely the class's own, or its own bases'."""
        if any(isinstance(child, ast.Delete) for child in node.body):
            return set()
        spared = {child.name for child in node.body if isinstance(child, _DEFS)}
        for base in node.bases:
            name = base.id if isinstance(base, ast.Name) else ""
            if name not in self._methods:
                break  # what this base has, and those after it, is not known
            spared |= self._methods[name]
        return {name for name in spared if f".{name}" in self.banned}

    def inside(self, node: ast.AST, own: Own) -> list[tuple[ast.AST, Own]]:
        """Return the children of a node, each with what is the submission's own there."""
        if isinstance(node, ast.Module):
            return self._inside_module(node)
        children = list(ast.iter_child_nodes(node))
        within = self._within.get(node, own)
        if isinstance(node, _FUNCTIONS):
            inner = _own_in(node, within, self._on_self.get(node, set()))
            body = {node.body} if isinstance(node, ast.Lambda) else set(node.body)
            # Decorators, defaults and annotations are evaluated outside, where the names are not local yet
            return [(child, inner if child in body else own) for child in children]
        if isinstance(node, ast.ClassDef):
            body = set(node.body)
            methods = {child for child in body if isinstance(child, _DEFS)}
            # A name that a class body binds is looked up there, then among the globals: never in a function
            bound = _Bound(node.body).names
            spared = self._spared(node)
            if spared:
                self._on_self.update((method, _on_self(method, spared)) for method in methods)
            seen: dict[ast.AST, Own] = {c: within if c in methods else within - bound for c in body}
            return [(child, seen.get(child, own - bound)) for child in children]
        if isinstance(node, _COMPREHENSIONS):
            first = node.generators[0]
            targets = {name for each in node.generators for name in _Bound([each.target]).names}
            inner = own | targets
            elsewhere = [(child, inner) for child in children if child is not first]
            # The first iterable is evaluated outside
            return [
                *elsewhere,
                (first.iter, own),
                *((test, inner) for test in first.ifs),
                (first.target, inner),
            ]
        return [(child, own) for child in children]

    def _inside_module(self, node: ast.Module) -> list[tuple[ast.AST, Own]]:
        """What a module defines once, it may name from there on; the definition's own head comes before."""
        found: list[tuple[ast.AST, Own]] = []
        own: Own = frozenset()
        for child in node.body:
            if self._is_main_guard(child):
                continue
            found.append((child, own))
            if isinstance(child, (*_DEFS, ast.ClassDef)) and child.name in self._once:
                own |= {child.name}
                self._within[child] = own
            elif isinstance(child, (ast.Assign, ast.AnnAssign)) and child.value is not None:
                targets = child.targets if isinstance(child, ast.Assign) else [child.target]
                own |= {node.id for node in targets if isinstance(node, ast.Name)} & self._once
        return found

    def _is_main_guard(self, node: ast.AST) -> bool:
        if self._names_itself_main or not isinstance(node, ast.If) or node.orelse:
            return False
        test = node.test
        if not isinstance(test, ast.Compare) or len(test.ops) != 1 or not isinstance(test.ops[0], ast.Eq):
            return False
        sides = [test.left, test.comparators[0]]
        return any(isinstance(side, ast.Name) and side.id == "__name__" for side in sides) and any(
            isinstance(side, ast.Constant) and side.value == "__main__" for side in sides
        )

    def uses(self, node: ast.AST, own: Own) -> list[str]:
        """Return the names of what this node itself uses."""
        if isinstance(node, ast.Name):
            return [] if node.id in own or not isinstance(node.ctx, ast.Load) else [node.id]
        if isinstance(node, ast.Attribute):
            return self._uses_of_attribute(node, own)
        if isinstance(node, ast.Call):
            return self._uses_of_call(node, own)
        if isinstance(node, ast.Subscript):
            holder = node.value.func if isinstance(node.value, ast.Call) else node.value
            known = _last_name(holder) in ("__dict__", "vars")
            return [f".{text}" for text in _texts([node.slice])] if known else []
        if isinstance(node, ast.MatchClass):
            return [f".{name}" for name in node.kwd_attrs]
        if isinstance(node, ast.Import):
            return [part for alias in node.names for part in (alias.name, alias.name.split(".")[0])]
        if isinstance(node, ast.ImportFrom):
            module = node.module or ""
            plain = [alias.name for alias in node.names]
            if "*" in plain:
                plain += [
                    name.removeprefix(f"{module}.") for name in self.banned if name.startswith(f"{module}.")
                ]
            return [module, module.split(".")[0], *plain, *(f"{module}.{name}" for name in plain)]
        if isinstance(node, (ast.Dict, ast.Set, ast.DictComp, ast.SetComp)):
            return ["{}"]
        if isinstance(node, _FUNCTIONS) and node.args.kwarg is not None:
            return ["**"]
        return []

    def _uses_of_call(self, node: ast.Call, own: Own) -> list[str]:
        """Return what is looked up by a text; the names of the call itself are other nodes' affair."""
        name = _last_name(node.func)
        if isinstance(node.func, ast.Name):
            name = self._by_text.get(name, "" if name in own else name)
        if name == "getattr":
            return [
                use
                for text in _texts(node.args[1:2])
                for use in self._uses_of_attribute(ast.Attribute(node.args[0], text), own)
            ]
        if name in _BY_TEXT:
            texts = _texts(node.args[:1] if name == "methodcaller" else node.args)
            return [f".{part}" for text in texts for part in text.split(".")]
        return []

    def _uses_of_attribute(self, node: ast.Attribute, own: Own) -> list[str]:
        holder = node.value.func if isinstance(node.value, ast.Call) else node.value
        if not isinstance(holder, ast.Name):
            return ["." + node.attr]
        is_call = holder is not node.value
        known = node.attr in self._methods.get(holder.id, ()) and holder.id in own
        if known and (holder.id in self._plain or not is_call):
            return []  # a method of a class of its own, called on it or on a new instance
        if is_call:
            return ["." + node.attr]
        if f"{holder.id}.{node.attr}" in own:
            return []
        module = self._aliases.get(holder.id, holder.id)
        names = ["." + node.attr, f"{module}.{node.attr}"]
        return [*names, node.attr] if module in ("builtins", "__builtins__") else names


def _last_name(node: ast.AST) -> str:
    """Return `c` of `a.b.c`; "" for what has no name."""
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def _texts(nodes: Sequence[ast.AST]) -> list[str]:
    return [node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)]


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
