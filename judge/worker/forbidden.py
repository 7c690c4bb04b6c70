"""What a problem's `forbid` rules out, looked for on the syntax tree before anything runs.

    name           the builtin or the import of that name, by any route that the syntax shows
    .name          a method or attribute of that name on anything
    module.name    the name in that module
    {}             dict and set displays and comprehensions
    **             a parameter that collects keyword arguments in a dict

A name counts in quotes too where it is looked up at once: by getattr, methodcaller, attrgetter, in __dict__.

A name that is local to a function or a comprehension of the submission is its own affair, and so are a
function, class or variable that its module defines before it names it, a method that its own class or that
class's own bases define and call on self, and one that is called on such a class, on a new instance of it,
or on a name or an attribute of self that never holds anything else.
What stands below `if __name__ == "__main__":` never runs here.
"""

from __future__ import annotations

import ast
import builtins
from collections.abc import Sequence

from judge.worker.scopes import COMPREHENSIONS, DEFS, Bound, Held, assignment, called_name, last_name

_FUNCTIONS = (*DEFS, ast.Lambda)
_WORDS = {"{}": "a dict or set in braces", "**": "a ** parameter"}

_BY_TEXT = frozenset({"getattr", "methodcaller", "attrgetter", "__getattribute__"})
"""What looks up an attribute by a text."""

_OF_TYPES = frozenset({"Generic", "Protocol", "ABC"})
"""Bases that have no methods to lend."""

_SAME_CLASS = frozenset({"dataclass", "total_ordering", "final", "runtime_checkable"})
"""Decorators of a class that leave its methods and what its calls make."""

_KEEP_SELF = frozenset({"classmethod", "property", "cache", "lru_cache", "cached_property"})
"""Decorators that hand a method what it is called on."""

Own = frozenset[str]
"""Names of the submission's own at some place: locals, and methods of its own that may be called there, as
`self.method`, `Class.method`, `Class().method`, `name.method` and `self.name.method`."""

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
                    words = f"{_WORDS.get(name, name.lstrip('.'))} may not be used in this problem"
                    if name[0] == "." and name[1:] in finder.defined:
                        words += ": if it is a method of your own, give it another name"
                    best = (line, words)
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
        classes: set[str] = set()
        self._rebound: set[str] = set()
        """Names that some function declares to be another scope's."""
        self.defined: set[str] = set()
        """Functions and methods of the submission, wherever they are."""
        held = Held()
        pending = [tree]
        while pending:
            node = pending.pop()
            pending.extend(ast.iter_child_nodes(node))
            held.see(node)
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Del):
                deleted.add(node.id)
            elif isinstance(node, (ast.Global, ast.Nonlocal)):
                self._rebound.update(node.names)
            elif isinstance(node, DEFS):
                self.defined.add(node.name)
            elif isinstance(node, ast.ClassDef):
                classes.add(node.name)
            elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store) and node.id == "__name__":
                self._names_itself_main = True
            elif isinstance(node, ast.Import):
                self._aliases.update((alias.asname, alias.name) for alias in node.names if alias.asname)
            elif isinstance(node, ast.ImportFrom):
                found = [(alias.asname or alias.name, alias.name) for alias in node.names]
                self._by_text.update((new, name) for new, name in found if name in _BY_TEXT)
            elif isinstance(node, ast.Assign) and last_name(node.value) in _BY_TEXT:
                new_names = [target.id for target in node.targets if isinstance(target, ast.Name)]
                self._by_text.update(dict.fromkeys(new_names, last_name(node.value)))
        top = list(ast.iter_child_nodes(tree)) if isinstance(tree, ast.Module) else []
        seen: set[str] = set()
        again: set[str] = set()
        for node in top:
            names = Bound([node]).names
            again |= seen & names
            seen |= names
        self._once = seen - again - deleted
        self._methods: dict[str, set[str]] = {}
        """For each class of the module, the forbidden names that it or its own bases define as methods."""
        self._given = held.names | self.defined | classes
        """What may be something else than the library's own of that name."""
        self._plain = {"object", *_OF_TYPES} - self._given
        """Classes whose calls surely make an instance."""
        self._methods.update({name: set() for name in self._plain})
        for node in top:
            if isinstance(node, ast.ClassDef) and node.name in self._once:
                self._methods[node.name] = self._spared(node)
                bases = {self._base(base) for base in node.bases}
                made = {child.name for child in node.body if isinstance(child, DEFS)} & {"__new__"}
                decorators = {_decorator(decorator) for decorator in node.decorator_list}
                kept = decorators <= _SAME_CLASS - self._given and bases <= self._plain
                if kept and not (made or node.keywords):
                    self._plain.add(node.name)
        self._on_classes = frozenset(
            f"{name}{call}.{method}"
            for name, methods in self._methods.items()
            for call in (("", "()") if name in self._plain else ("",))
            for method in methods
        )
        self._held = {
            f"{attribute}.{method}"
            for attribute, made in held.found().items()
            for method in _methods_of(f"{made}()", self._on_classes)
        }
        """`name.method` for what `self.name` surely holds."""
        self._keep_self = _KEEP_SELF - self._given
        self._typing = [node for node in top if isinstance(node, ast.ImportFrom) and node.module == "typing"]
        """Imports of names that are forbidden where they are used: a header that many paste, whole."""

    def _spared(self, node: ast.ClassDef) -> set[str]:
        """Return the forbidden names of methods that are surely the class's own, or its own bases'."""
        if any(isinstance(child, ast.Delete) for child in node.body):
            return set()
        spared = {child.name for child in node.body if isinstance(child, DEFS)}
        for base in node.bases:
            name = self._base(base)
            if name not in self._methods:
                break  # what this base has, and those after it, is not known
            spared |= self._methods[name]
        return {name for name in spared if f".{name}" in self.banned}

    def _base(self, base: ast.expr) -> str:
        """Return the name of a base, `Base` or `Base[...]`; "" where it is not sure to be that class."""
        if isinstance(base, ast.Subscript) and "__class_getitem__" not in self._given:
            base = base.value
        return base.id if isinstance(base, ast.Name) else ""

    def _on_new(self, statement: ast.AST, own: Own) -> set[str]:
        """Return `name.method` for a name that this assignment gives a new instance of a class of its own."""
        targets, value = assignment(statement)
        if len(targets) != 1 or not isinstance(targets[0], ast.Name) or targets[0].id in self._rebound:
            return set()
        return {f"{targets[0].id}.{method}" for method in _methods_of(f"{called_name(value)}()", own)}

    def _own_in(self, function: ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda, own: Own) -> Own:
        """Return what is the submission's own in the body of a function."""
        on_self = self._on_self.get(function, set())
        body = [function.body] if isinstance(function, ast.Lambda) else function.body
        bound = Bound(body)
        arguments = {node.arg for node in ast.iter_child_nodes(function.args) if isinstance(node, ast.arg)}
        if any(_first(name) in bound.names for name in on_self):
            on_self = set()  # a self that is bound again may be anything
        local = arguments | bound.names
        seen = {name for name in own if _first(name) not in local} - bound.globals
        held = {
            name
            for statement in bound.statements
            for name in self._on_new(statement, frozenset(seen))
            if bound.times[_first(name)] == 1 and _first(name) not in arguments
        }
        return frozenset(seen | local | on_self | held)

    def _named_self(self, method: ast.FunctionDef | ast.AsyncFunctionDef, names: set[str]) -> set[str]:
        """Return `self.name` for these names, with the method's own name for self."""
        parameters = [*method.args.posonlyargs, *method.args.args]
        decorators = {_decorator(decorator) for decorator in method.decorator_list}
        if not parameters or not decorators <= self._keep_self:
            return set()
        return {f"{parameters[0].arg}.{name}" for name in names}

    def inside(self, node: ast.AST, own: Own) -> list[tuple[ast.AST, Own]]:
        """Return the children of a node, each with what is the submission's own there."""
        if isinstance(node, ast.Module):
            return self._inside_module(node)
        children = list(ast.iter_child_nodes(node))
        within = self._within.get(node, own)
        if isinstance(node, _FUNCTIONS):
            inner = self._own_in(node, within)
            body = {node.body} if isinstance(node, ast.Lambda) else set(node.body)
            # Decorators, defaults and annotations are evaluated outside, where the names are not local yet
            return [(child, inner if child in body else own) for child in children]
        if isinstance(node, ast.ClassDef):
            body = set(node.body)
            methods = {child for child in body if isinstance(child, DEFS)}
            # A name that a class body binds is looked up there, then among the globals: never in a function
            bound = Bound(node.body).names
            spared = self._spared(node) | self._held
            if spared:
                self._on_self.update((method, self._named_self(method, spared)) for method in methods)
            seen: dict[ast.AST, Own] = {c: within if c in methods else within - bound for c in body}
            return [(child, seen.get(child, own - bound)) for child in children]
        if isinstance(node, COMPREHENSIONS):
            first = node.generators[0]
            targets = {name for each in node.generators for name in Bound([each.target]).names}
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
        # A class that is not there yet is no other: only builtins could stand for it
        own: Own = frozenset(name for name in self._on_classes if not hasattr(builtins, _first(name)))
        for child in node.body:
            if self._is_main_guard(child):
                continue
            found.append((child, own))
            if isinstance(child, (*DEFS, ast.ClassDef)) and child.name in self._once:
                own |= {child.name} | {name for name in self._on_classes if _first(name) == child.name}
                self._within[child] = own
            targets, value = assignment(child)
            if value is not None:
                own |= {node.id for node in targets if isinstance(node, ast.Name)} & self._once
                own |= {name for name in self._on_new(child, own) if _first(name) in self._once}
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
            known = last_name(holder) in ("__dict__", "vars")
            return [f".{text}" for text in _texts([node.slice])] if known else []
        if isinstance(node, ast.MatchClass):
            return [f".{name}" for name in node.kwd_attrs]
        if isinstance(node, ast.Import):
            return [part for alias in node.names for part in _modules(alias.name)]
        if isinstance(node, ast.ImportFrom):
            module = node.module or ""
            plain = [alias.name for alias in node.names]
            if node in self._typing:
                plain = [alias.name for alias in node.names if alias.name == "*" or alias.asname]
            if "*" in plain:
                plain += [
                    name.removeprefix(f"{module}.") for name in self.banned if name.startswith(f"{module}.")
                ]
            # The abstract classes alone make nothing; the package's own name is not bound by this
            modules = [module] if module == "collections.abc" else _modules(module)
            return [*modules, *plain, *(f"{module}.{name}" for name in plain)]
        if isinstance(node, (ast.Dict, ast.Set, ast.DictComp, ast.SetComp)):
            return ["{}"]
        if isinstance(node, _FUNCTIONS) and node.args.kwarg is not None:
            return ["**"]
        return []

    def _uses_of_call(self, node: ast.Call, own: Own) -> list[str]:
        """Return what is looked up by a text; the names of the call itself are other nodes' affair."""
        name = last_name(node.func)
        if isinstance(node.func, ast.Name):
            name = self._by_text.get(name, "" if name in own else name)
        if name == "getattr":
            return [
                use
                for text in _texts(node.args[1:2])
                for use in self._uses_of_attribute(ast.Attribute(node.args[0], text), own)
            ]
        if name in ("__import__", "import_module"):
            return [part for text in _texts(node.args[:1]) for part in _modules(text)]
        if name in _BY_TEXT:
            texts = _texts(node.args[:1] if name == "methodcaller" else node.args)
            return [f".{part}" for text in texts for part in text.split(".")]
        return []

    def _uses_of_attribute(self, node: ast.Attribute, own: Own) -> list[str]:
        if f"{_path(node.value)}.{node.attr}" in own:
            return []
        holder = node.value
        if not isinstance(holder, ast.Name):
            return ["." + node.attr]
        module = self._aliases.get(holder.id, holder.id)
        names = ["." + node.attr, f"{module}.{node.attr}"]
        return [*names, node.attr] if module in ("builtins", "__builtins__") else names


def _texts(nodes: Sequence[ast.AST]) -> list[str]:
    return [node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)]


def _methods_of(path: str, own: Own) -> list[str]:
    """Return the methods that may be called on `path`."""
    return [name.removeprefix(f"{path}.") for name in own if name.startswith(f"{path}.")]


def _modules(name: str) -> list[str]:
    """Return a module's name, its package's, and that whose part in C it is, as `_heapq` is of heapq."""
    return [name, name.split(".")[0], name.removeprefix("_")]


def _path(node: ast.expr) -> str:
    """Return `a`, `a()` or `a.b` for what is written so; "" for all else."""
    if isinstance(node, ast.Call):
        made = called_name(node)
        return f"{made}()" if made else ""
    if isinstance(node, ast.Attribute):
        return f"{node.value.id}.{node.attr}" if isinstance(node.value, ast.Name) else ""
    return node.id if isinstance(node, ast.Name) else ""


def _decorator(node: ast.expr) -> str:
    """Return the last name of a decorator, called or not."""
    return last_name(node.func if isinstance(node, ast.Call) else node)


def _first(path: str) -> str:
    """Return the name that a path begins with."""
    return path.partition(".")[0].removesuffix("()")
