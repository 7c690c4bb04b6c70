"""Source -> mutants: the same file with one small change each.

The operators are the classic ones (DeMillo, Lipton and Sayward, "Hints on test data selection", IEEE
Computer 11(4), 1978), on the syntax tree: the changed node is written into the original text, so that a
diff shows the author's own lines. Left alone is what no test of behaviour should see: printing, docstrings,
annotations, `__slots__`, `__repr__`, assertions, imports, and blocks that only run as a script. Mutants that
compile to the original's bytecode are dropped (Papadakis et al., "Trivial compiler equivalence", ICSE 2015).
"""

from __future__ import annotations

import ast
import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from types import CodeType

from judge.wire.lines import lines_of

KINDS = ("comparison", "boundary", "arithmetic", "constant", "statement", "branch", "call")

_COMPARISONS: dict[type[ast.cmpop], tuple[tuple[str, type[ast.cmpop]], ...]] = {
    ast.Lt: (("boundary", ast.LtE), ("comparison", ast.Gt)),
    ast.LtE: (("boundary", ast.Lt), ("comparison", ast.GtE)),
    ast.Gt: (("boundary", ast.GtE), ("comparison", ast.Lt)),
    ast.GtE: (("boundary", ast.Gt), ("comparison", ast.LtE)),
    ast.Eq: (("comparison", ast.NotEq),),
    ast.NotEq: (("comparison", ast.Eq),),
    ast.Is: (("comparison", ast.IsNot),),
    ast.IsNot: (("comparison", ast.Is),),
    ast.In: (("comparison", ast.NotIn),),
    ast.NotIn: (("comparison", ast.In),),
}

_ARITHMETIC: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.FloorDiv,
    ast.Pow: ast.Mult,
    ast.LShift: ast.RShift,
    ast.RShift: ast.LShift,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
    ast.BitXor: ast.BitOr,
}

_DELETED = (
    ast.Expr,
    ast.Assign,
    ast.AugAssign,
    ast.AnnAssign,
    ast.Return,
    ast.Delete,
    ast.Raise,
    ast.Break,
    ast.Continue,
)

_UNSEEN_FUNCTIONS = ("__repr__", "__str__")
_UNSEEN_CALLS = ("print", "TypeVar", "NewType", "super", "cast")
_UNSEEN_FIELDS = ("annotation", "returns", "decorator_list", "bases")


@dataclass(frozen=True, slots=True)
class Mutant:
    """One changed copy of a solution."""

    line: int
    """Where the original was changed."""
    kind: str
    source: str
    change: str
    """`old -> new`, the changed lines with white space folded: how problem.toml names it."""


def make_mutants(source: str) -> list[Mutant]:
    """Return every mutant of a solution, in the order of its lines. Raises SyntaxError."""
    text = source.removeprefix("\ufeff").replace("\r\n", "\n")
    tree = ast.parse(text)
    original = compile(text, "solution", "exec", dont_inherit=True)
    lines = [line.encode() + b"\n" for line in lines_of(text)]
    wanted = ast.dump(tree)
    found: dict[str, Mutant] = {}
    for place in _places(tree):
        for kind, new in _changes(place):
            mutated = _written(text, lines, tree, place, new)
            if mutated is None or mutated in found or ast.dump(ast.parse(mutated)) == wanted:
                continue
            try:
                code = compile(mutated, "solution", "exec", dont_inherit=True)
            except SyntaxError:  # `break` outside a loop and the like: not a program
                continue
            if not _same_code(code, original):
                change = _change(text, mutated)
                found[mutated] = Mutant(place.line, kind, mutated, change)
    return sorted(found.values(), key=lambda mutant: mutant.line)


def diff(original: str, mutant: Mutant, name: str) -> list[str]:
    """Return a mutant as a unified diff with one line of context."""
    old = lines_of(original.removeprefix("\ufeff"))
    return list(
        difflib.unified_diff(
            old, lines_of(mutant.source), name, f"{name}, {mutant.kind} mutant", n=1, lineterm=""
        )
    )


# -- where -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Place:
    """A node and the field of its parent that holds it."""

    node: ast.expr | ast.stmt
    parent: ast.AST
    field: str
    at: int | None

    @property
    def line(self) -> int:
        return self.node.lineno

    def put(self, node: ast.AST) -> None:
        if self.at is None:
            setattr(self.parent, self.field, node)
        else:
            getattr(self.parent, self.field)[self.at] = node


def _places(node: ast.AST) -> Iterator[_Place]:
    """Every expression and statement that a test could see, outermost first."""
    for field, value in ast.iter_fields(node):
        if field in _UNSEEN_FIELDS or (isinstance(node, ast.ClassDef) and field == "keywords"):
            continue
        children = value if isinstance(value, list) else [value]
        for at, child in enumerate(children):
            if not isinstance(child, ast.AST) or _is_unseen(child):
                continue
            if isinstance(child, (ast.expr, ast.stmt)):
                yield _Place(child, node, field, at if isinstance(value, list) else None)
            yield from _places(child)


def _is_unseen(node: ast.AST) -> bool:
    if isinstance(node, (ast.Import, ast.ImportFrom, ast.Assert, ast.JoinedStr, ast.Global, ast.Nonlocal)):
        return True
    if isinstance(node, ast.FunctionDef):
        return node.name in _UNSEEN_FUNCTIONS
    if isinstance(node, ast.If):
        names = {name.id for name in ast.walk(node.test) if isinstance(name, ast.Name)}
        return bool(names & {"__name__", "TYPE_CHECKING", "__debug__", "DEBUG"})
    if isinstance(node, ast.Expr):
        return isinstance(node.value, ast.Constant) or _is_unseen(node.value)
    if isinstance(node, ast.Call):
        return isinstance(node.func, ast.Name) and node.func.id in _UNSEEN_CALLS
    if isinstance(node, ast.AnnAssign):
        return node.value is None
    if isinstance(node, ast.Assign):
        return _is_unseen(node.value) or any(
            isinstance(name, ast.Name) and name.id == "__slots__" for name in node.targets
        )
    return False


# -- what ------------------------------------------------------------------------------------------------


def _changes(place: _Place) -> Iterator[tuple[str, ast.AST]]:
    """Offer (kind, node to put there instead)."""
    node = place.node
    if isinstance(node, _DELETED):
        is_call = isinstance(node, ast.Expr) and isinstance(node.value, ast.Call)
        yield "call" if is_call else "statement", ast.Pass()
    if isinstance(node, ast.Compare):
        for at, operator in enumerate(node.ops):
            for kind, other in _COMPARISONS[type(operator)]:
                ops = [*node.ops[:at], other(), *node.ops[at + 1 :]]
                yield kind, ast.Compare(node.left, ops, node.comparators)
    elif isinstance(node, ast.BinOp):
        if type(node.op) in _ARITHMETIC and not _is_text(node.left) and not _is_text(node.right):
            yield "arithmetic", ast.BinOp(node.left, _ARITHMETIC[type(node.op)](), node.right)
    elif isinstance(node, ast.AugAssign):
        if type(node.op) in _ARITHMETIC:
            yield "arithmetic", ast.AugAssign(node.target, _ARITHMETIC[type(node.op)](), node.value)
    elif isinstance(node, ast.UnaryOp):
        yield "branch" if isinstance(node.op, ast.Not) else "arithmetic", node.operand
    elif isinstance(node, ast.BoolOp):
        other_op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        yield "branch", ast.BoolOp(other_op, node.values)
    elif isinstance(node, ast.Constant):
        for value in _other_constants(node.value):
            yield "constant", ast.parse(repr(value), mode="eval").body  # -1 is a minus and a 1
    elif isinstance(node, ast.Call):
        yield from _call_changes(place, node)
    if place.field == "test" and isinstance(place.parent, (ast.If, ast.IfExp, ast.While)):
        yield from _negations(place.node)


def _negations(test: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        return  # dropping the `not` is offered already
    if isinstance(test, ast.Compare) and len(test.ops) == 1 and len(_COMPARISONS[type(test.ops[0])]) == 1:
        return  # turning the comparison is the same
    if isinstance(test, ast.Constant):
        return
    yield "branch", ast.UnaryOp(ast.Not(), test)  # type: ignore[arg-type]


def _call_changes(place: _Place, node: ast.Call) -> Iterator[tuple[str, ast.AST]]:
    if isinstance(place.parent, ast.Expr):
        return  # the statement is deleted as a whole
    if isinstance(node.func, ast.Attribute):
        yield "call", node.func.value
    elif isinstance(node.func, ast.Name):
        for argument in node.args[:2]:
            if not isinstance(argument, ast.Starred):
                yield "call", argument
        other = {"min": "max", "max": "min"}.get(node.func.id)
        if other is not None:
            yield "comparison", ast.Call(ast.Name(other, ast.Load()), node.args, node.keywords)


def _other_constants(value: object) -> Iterator[bool | int | float | str | bytes]:
    if isinstance(value, bool):
        yield not value
    elif isinstance(value, (int, float)):
        yield from (value + 1, value - 1)
    elif isinstance(value, (str, bytes)):
        yield value[:0] if value else (value + "x" if isinstance(value, str) else value + b"x")


def _is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str))


# -- writing ---------------------------------------------------------------------------------------------


def _written(text: str, lines: list[bytes], tree: ast.Module, place: _Place, new: ast.AST) -> str | None:
    """Write the new node into the text, in brackets only where it needs them."""
    place.put(new)
    try:
        wanted = ast.dump(ast.fix_missing_locations(tree))
        inside = ast.unparse(new)
    finally:
        place.put(place.node)
    for written in (inside, f"({inside})"):
        mutated = _spliced(lines, place.node, written)
        try:
            if ast.dump(ast.parse(mutated)) == wanted:
                return mutated
        except SyntaxError:
            continue
    return None


def _spliced(lines: list[bytes], node: ast.expr | ast.stmt, new: str) -> str:
    first, last = node.lineno - 1, (node.end_lineno or node.lineno) - 1
    before = lines[first][: node.col_offset]
    after = lines[last][node.end_col_offset or 0 :]
    parts = [*lines[:first], before + new.encode() + after, *lines[last + 1 :]]
    return b"".join(parts).decode()


def _change(old: str, new: str) -> str:
    """Fold the changed lines into `old -> new`."""
    removed, added = [], []
    for line in difflib.ndiff(lines_of(old), lines_of(new)):
        if line.startswith("- "):
            removed.append(line[2:])
        elif line.startswith("+ "):
            added.append(line[2:])
    return f"{fold(' '.join(removed))} -> {fold(' '.join(added))}"


def fold(text: str) -> str:
    """Fold white space."""
    return " ".join(text.split())


def _same_code(one: CodeType, other: CodeType) -> bool:
    if (one.co_code, one.co_names, one.co_varnames, one.co_freevars, one.co_cellvars, one.co_flags) != (
        other.co_code,
        other.co_names,
        other.co_varnames,
        other.co_freevars,
        other.co_cellvars,
        other.co_flags,
    ):
        return False
    if len(one.co_consts) != len(other.co_consts):
        return False
    for left, right in zip(one.co_consts, other.co_consts, strict=True):
        if isinstance(left, CodeType) and isinstance(right, CodeType):
            if left.co_name != right.co_name or not _same_code(left, right):
                return False
        elif repr(left) != repr(right):
            return False
    return True
