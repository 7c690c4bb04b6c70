"""What names in a submission's source can mean, as far as its text says."""

from __future__ import annotations

import ast
import builtins
import symtable
from typing import NamedTuple

from judge.worker.model_tables import METHODS

PREFIX = "_judge_"
"""How the names of the counters begin in the rewritten program, with as many letters more as it takes."""
BINDING: dict[type[ast.AST], tuple[str, ...]] = {
    ast.ClassDef: ("name",),
    ast.arg: ("arg",),
    ast.ExceptHandler: ("name",),
    ast.MatchAs: ("name",),
    ast.MatchStar: ("name",),
    ast.MatchMapping: ("rest",),
}
"""Where a name is bound that no node of its own stands for."""

REBINDING = frozenset({"globals", "locals", "vars", "setattr", "exec", "eval", "__dict__"})
"""With these a name can come to mean something that the text does not say."""
PLAIN_MODULES = frozenset(
    {
        *("__future__", "abc", "array", "bisect", "collections", "collections.abc", "dataclasses", "enum"),
        *("functools", "heapq", "itertools", "math", "random", "string", "sys", "time", "typing"),
    }
)
"""What is imported from these has no method that is called like one of constant time and is none."""
OTHER_CONTAINERS = frozenset({"ChainMap", "UserDict", "UserList", "SortedDict", "SortedList", "SortedSet"})
"""Containers of `collections`, and offered ones, whose `get` or `add` is Python, or no constant time."""


def unused_prefix(tree: ast.Module) -> str:
    """Return a beginning of names that the program, text in it included, does not have anywhere."""
    everything, prefix = ast.dump(tree), PREFIX
    while prefix in everything:
        prefix += "x_"
    return prefix


def in_place_names(source: bytes, filename: str) -> dict[int, frozenset[str]]:
    """Per line of a function: its plain locals, whose `s += x` CPython resizes without a copy."""
    found: dict[int, frozenset[str]] = {}

    def walk(table: symtable.SymbolTable) -> None:
        if table.get_type() == "function":
            inner: set[str] = set()
            for child in table.get_children():
                if child.get_type() == "function":
                    inner |= {s.get_name() for s in child.get_symbols() if s.is_free()}
            names = {s.get_name() for s in table.get_symbols() if s.is_local()} - inner
            found[table.get_lineno()] = frozenset(names)
        for child in table.get_children():
            walk(child)

    walk(symtable.symtable(source, filename, "exec"))  # type: ignore[arg-type]  # bytes do as well
    return found


class Own(NamedTuple):
    """Names of the submission's own."""

    functions: frozenset[str]
    """Each means one of its functions wherever it is called: defined without a decorator, bound to nothing
    else anywhere, and no builtin's name."""
    methods: frozenset[str]
    """The same, called on `self`."""
    variables: frozenset[str]
    """What is bound otherwise than by an import, and so is hardly a module."""
    plain: bool
    """Methods are what their names say: nothing that the program mentions has others of the same names."""


def own_names(tree: ast.Module) -> Own:
    """Return what a whole program binds."""
    functions: set[str] = set()
    methods: set[str] = set()
    variables: set[str] = set()
    imported: set[str] = set()
    modules: set[str] = set()
    mentioned: set[str] = set()
    for node in ast.walk(tree):
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef):
                own = methods if isinstance(node, ast.ClassDef) else functions
                (variables if child.decorator_list else own).add(child.name)
        if isinstance(node, ast.Name | ast.Attribute):
            mentioned.add(node.id if isinstance(node, ast.Name) else node.attr)
        if isinstance(node, ast.Import):
            modules |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom):
            modules.add(node.module or "")
        elif isinstance(node, ast.alias):
            imported.add((node.asname or node.name).partition(".")[0])
            mentioned.add(node.name)
        elif isinstance(node, ast.Name | ast.Attribute) and not isinstance(node.ctx, ast.Load):
            variables.add(node.id if isinstance(node, ast.Name) else node.attr)
        else:
            variables |= {str(getattr(node, field)) for field in BINDING.get(type(node), ())}
    if "*" in imported or mentioned & REBINDING:
        return Own(frozenset(), frozenset(), frozenset(variables), False)
    bound = variables | imported
    modelled = {name for _, name in METHODS}
    return Own(
        frozenset(functions - methods - bound - {*dir(builtins)}),
        frozenset(methods - bound - modelled),
        frozenset(variables - imported),
        not modules - PLAIN_MODULES and not mentioned & OTHER_CONTAINERS,
    )
