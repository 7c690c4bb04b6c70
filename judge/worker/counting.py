"""Counting the work of a submission: its syntax tree, rewritten so that it keeps a tally per line.

Runs inside the worker, on the submission's own source, in a run of its own that is never timed. The
rewritten program does what the original does; beside it grows a `Tally`:

    turns[line]     a function was entered, a loop turned, a comprehension made an item
    touches[line]   elements that a container operation on this line moved, copied or compared, by the
                    cost models of `costs.py`; events[line] says how often such an operation ran

Counts are exact and repeat exactly. They miss C code without a model, which the clock sees instead.

How each construct is rewritten (T is the tally's `turns`, the double-underscore names are in `costs.py`):

    def f(): body                 def f(): T[line] += 1; body             lambda: e  ->  __turn(line) and e
    for x in it: body             for x in it: T[line] += 1; body         while: the same
    [e for x in it if c]          [e for x in it if __turn(line) if c]
    f(args), *args, {**d}         __callee(line, f)(args), *__star(line, args), the same for d
    x[i], x[a:b]                  __item(line, x, i)         del x[i]      __delete(line, x, i)
    a in b, a == b, a < b         __compare(line, op, a, b)
    a + b, a * b ...              __binary(line, op, a, b)
    x += e                        x += __added(line, e); __grown(line, x, in_place), for x[i] __grown_item

What costs nothing stays as it is: the ends of a sequence, comparisons with a constant, FREE builtins.

No frame stands between a submission's function and the one it calls, so recursion is as deep as before.
"""

from __future__ import annotations

import ast
import symtable
from typing import Any

from judge.worker.builtin_facts import SHORT_TEXT, WORD
from judge.worker.costs import Costs
from judge.worker.tally import Tally

COSTLY_OPERATORS = (
    ast.Add,
    ast.Sub,
    ast.Mult,
    ast.FloorDiv,
    ast.Mod,
    ast.Pow,
    ast.LShift,
    ast.RShift,
    ast.BitOr,
    ast.BitAnd,
    ast.BitXor,
)
COMPARISONS = {
    ast.Eq: "==",
    ast.NotEq: "!=",
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
    ast.In: "in",
    ast.NotIn: "not in",
}
FREE = frozenset(
    {
        *("len", "range", "isinstance", "issubclass", "abs", "ord", "chr", "id", "type", "super", "bool"),
        *("enumerate", "zip", "iter", "reversed", "getattr", "setattr", "hasattr", "callable"),
    }
)
"""Builtins without a cost model. A function of the submission's own with such a name counts its own turns."""
PREFIX = "_judge_"
"""How the names of the counters begin in the rewritten program, with as many letters more as it takes."""


class CannotRewrite(ValueError):
    """The submission cannot be rewritten: what comes of it will not compile."""


class Counting:
    """A rewritten submission: run `code` in a namespace that holds `names`, then read `tally`."""

    def __init__(self, source: bytes, filename: str) -> None:
        """Rewrite what Python itself reads in these bytes.

        Raises CannotRewrite; SyntaxError cannot happen in a source that compiled before.
        """
        try:
            tree = ast.parse(source, filename)
            prefix = _unused_prefix(tree)
            locals_of = _in_place_names(source, filename)
            last = max((getattr(node, "end_lineno", 0) or 0 for node in ast.walk(tree)), default=0)
            self.tally = Tally(last + 1)
            rewritten = _Rewriter(locals_of, prefix).visit(tree)
            ast.fix_missing_locations(rewritten)
            self.code = compile(rewritten, filename, "exec", dont_inherit=True)
        except (RecursionError, MemoryError, SyntaxError, ValueError) as error:
            raise CannotRewrite(f"{type(error).__name__}: {error}") from error
        costs = Costs(self.tally, filename)
        counters = (
            *(costs.turn, costs.callee, costs.star, costs.item, costs.delete, costs.compare, costs.binary),
            *(costs.added, costs.grown, costs.grown_item, costs.made, costs.set_slice),
        )
        self.names: dict[str, Any] = {prefix + counter.__name__: counter for counter in counters}
        self.names |= {prefix + "turns": self.tally.turns, prefix + "slice": slice}


def _unused_prefix(tree: ast.Module) -> str:
    """Return a beginning of names that the program, text in it included, does not have anywhere."""
    everything, prefix = ast.dump(tree), PREFIX
    while prefix in everything:
        prefix += "x_"
    return prefix


def _in_place_names(source: bytes, filename: str) -> dict[int, frozenset[str]]:
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


class _Rewriter(ast.NodeTransformer):
    def __init__(self, locals_of: dict[int, frozenset[str]], prefix: str) -> None:
        self.locals_of, self.prefix = locals_of, prefix
        self.locals: list[frozenset[str]] = [frozenset()]

    # -- making nodes ---------------------------------------------------------------------------

    def _call(self, name: str, node: ast.AST, *args: ast.expr) -> ast.Call:
        line = ast.Constant(getattr(node, "lineno", 0))
        made = ast.Call(ast.Name(self.prefix + name, ast.Load()), [line, *args], [])
        return ast.copy_location(made, node)

    def _index(self, index: ast.expr) -> ast.expr:
        if isinstance(index, ast.Slice):
            parts = [part or ast.Constant(None) for part in (index.lower, index.upper, index.step)]
            # the submission may shadow `slice`: the counters bring their own
            return ast.Call(ast.Name(self.prefix + "slice", ast.Load()), parts, [])
        if isinstance(index, ast.Tuple):
            return ast.Tuple([self._index(item) for item in index.elts], ast.Load())
        return index

    def _tick(self, node: ast.AST) -> ast.stmt:
        line = getattr(node, "lineno", 0)
        turns = ast.Name(self.prefix + "turns", ast.Load())
        target = ast.Subscript(turns, ast.Constant(line), ast.Store())
        return ast.copy_location(ast.AugAssign(target, ast.Add(), ast.Constant(1)), node)

    # -- functions and loops ----------------------------------------------------------------------

    def _function(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> ast.AST:
        node.decorator_list = [self.visit(item) for item in node.decorator_list]
        self.visit(node.args)
        first_line = min([node.lineno, *(d.lineno for d in node.decorator_list)])
        inner = self.locals_of.get(node.lineno) or self.locals_of.get(first_line) or frozenset()
        self.locals.append(inner)
        body = self._statements(node.body)
        self.locals.pop()
        at = 1 if ast.get_docstring(node, clean=False) is not None else 0
        node.body = [*body[:at], self._tick(node), *body[at:]]
        return node

    visit_FunctionDef = _function
    visit_AsyncFunctionDef = _function

    def visit_Lambda(self, node: ast.Lambda) -> ast.AST:
        self.visit(node.args)
        self.locals.append(frozenset())
        body = self.visit(node.body)
        self.locals.pop()
        node.body = ast.copy_location(ast.BoolOp(ast.And(), [self._call("turn", node), body]), node)
        return node

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.AST:
        node.decorator_list = [self.visit(item) for item in node.decorator_list]
        node.bases = [self.visit(item) for item in node.bases]
        self.locals.append(frozenset())
        node.body = self._statements(node.body)
        self.locals.pop()
        return node

    def _statements(self, body: list[ast.stmt]) -> list[ast.stmt]:
        out: list[ast.stmt] = []
        for statement in body:
            made = self.visit(statement)
            out.extend(made if isinstance(made, list) else [made])
        return out

    def _loop(self, node: ast.For | ast.AsyncFor | ast.While) -> ast.AST:
        self.generic_visit(node)
        node.body = [self._tick(node), *node.body]
        return node

    visit_For = _loop
    visit_AsyncFor = _loop
    visit_While = _loop

    def visit_comprehension(self, node: ast.comprehension) -> ast.AST:
        self.generic_visit(node)
        node.ifs = [self._call("turn", node.target), *node.ifs]
        return node

    # -- expressions --------------------------------------------------------------------------------

    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        if not (isinstance(node.func, ast.Name) and node.func.id in FREE):
            node.func = self._call("callee", node, node.func)
        return node

    def visit_Starred(self, node: ast.Starred) -> ast.AST:
        self.generic_visit(node)
        if isinstance(node.ctx, ast.Load):
            node.value = self._call("star", node, node.value)
        return node

    def visit_Dict(self, node: ast.Dict) -> ast.AST:
        self.generic_visit(node)
        pairs = zip(node.keys, node.values, strict=True)
        node.values = [self._call("star", node, v) if key is None else v for key, v in pairs]
        return node

    def visit_Subscript(self, node: ast.Subscript) -> ast.AST:
        self.generic_visit(node)
        if not isinstance(node.ctx, ast.Load) or _is_an_end(node.slice):
            return node
        return self._call("item", node, node.value, self._index(node.slice))

    def visit_Compare(self, node: ast.Compare) -> ast.AST:
        self.generic_visit(node)
        name = COMPARISONS.get(type(node.ops[0]))
        if len(node.ops) != 1 or name is None:
            return node
        if name not in ("in", "not in") and (_is_small(node.left) or _is_small(node.comparators[0])):
            return node
        return self._call("compare", node, ast.Constant(name), node.left, node.comparators[0])

    def visit_BinOp(self, node: ast.BinOp) -> ast.AST:
        self.generic_visit(node)
        if not isinstance(node.op, COSTLY_OPERATORS):
            return node
        name = ast.Constant(type(node.op).__name__)
        return self._call("binary", node, name, node.left, node.right)

    def visit_JoinedStr(self, node: ast.JoinedStr) -> ast.AST:
        self.generic_visit(node)
        return self._call("made", node, node)

    def visit_FormattedValue(self, node: ast.FormattedValue) -> ast.AST:
        node.value = self.visit(node.value)  # the format specification stays as it is
        return node

    def visit_YieldFrom(self, node: ast.YieldFrom) -> ast.AST:
        self.generic_visit(node)
        node.value = self._call("star", node, node.value)
        return node

    # -- statements ---------------------------------------------------------------------------------

    def visit_AugAssign(self, node: ast.AugAssign) -> ast.AST | list[ast.stmt]:
        target = node.target
        node.value = self.visit(node.value)
        again = _read_again(target)
        if again is None or not isinstance(node.op, COSTLY_OPERATORS):
            self.generic_visit(target)
            return node
        in_place = isinstance(target, ast.Name) and target.id in self.locals[-1]
        node.value = self._call("added", node, node.value)
        op = ast.Constant(type(node.op).__name__)
        if isinstance(again, ast.Subscript):  # a Counter of its own may have dropped what came to 0
            after = self._call("grown_item", node, op, again.value, again.slice)
        else:
            after = self._call("grown", node, op, again, ast.Constant(in_place))
        return [node, ast.copy_location(ast.Expr(after), node)]

    def visit_Assign(self, node: ast.Assign) -> ast.AST | list[ast.stmt]:
        target, value = node.targets[0], node.value
        if (
            len(node.targets) == 1
            and isinstance(target, ast.Name)
            and isinstance(value, ast.BinOp)
            and isinstance(value.op, ast.Add)
            and isinstance(value.left, ast.Name)
            and value.left.id == target.id
            and target.id in self.locals[-1]
        ):
            # s = s + x is resized in place as s += x is; a list is copied, and `grown` knows it
            value.right = self._call("added", node, self.visit(value.right))
            read = ast.Name(target.id, ast.Load())
            after = self._call("grown", node, ast.Constant("Rebind"), read, ast.Constant(True))
            return [node, ast.copy_location(ast.Expr(after), node)]
        self.generic_visit(node)
        if len(node.targets) == 1 and isinstance(target, ast.Subscript):
            if isinstance(target.slice, ast.Slice):
                made = self._call("set_slice", node, node.value, target.value, self._index(target.slice))
                return ast.copy_location(ast.Expr(made), node)
        elif any(isinstance(t, (ast.Tuple, ast.List)) and _has_star(t) for t in node.targets):
            node.value = self._call("star", node, node.value)
        return node

    def visit_Delete(self, node: ast.Delete) -> ast.AST | list[ast.stmt]:
        self.generic_visit(node)
        out: list[ast.stmt] = []
        for target in node.targets:
            if isinstance(target, ast.Subscript):
                made = self._call("delete", node, target.value, self._index(target.slice))
                out.append(ast.copy_location(ast.Expr(made), node))
            else:
                out.append(ast.copy_location(ast.Delete([target]), node))
        return out

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST:
        if node.value is not None:
            node.value = self.visit(node.value)
        return node

    def visit_arg(self, node: ast.arg) -> ast.AST:
        return node

    def visit_match_case(self, node: ast.match_case) -> ast.AST:
        if node.guard is not None:
            node.guard = self.visit(node.guard)
        node.body = self._statements(node.body)
        return node


def _is_an_end(index: ast.expr) -> bool:
    """Is this `[0]` or `[-1]`, which no sequence walks for?"""
    if isinstance(index, ast.UnaryOp) and isinstance(index.op, ast.USub):
        return isinstance(index.operand, ast.Constant) and index.operand.value == 1
    return isinstance(index, ast.Constant) and index.value == 0


def _is_small(node: ast.expr) -> bool:
    """Is this a constant that is compared in one step?"""
    if isinstance(node, ast.UnaryOp):
        node = node.operand
    if not isinstance(node, ast.Constant):
        return False
    value = node.value
    if isinstance(value, str | bytes):
        return len(value) <= SHORT_TEXT
    return not isinstance(value, int) or -WORD < value < WORD


def _has_star(target: ast.Tuple | ast.List) -> bool:
    return any(isinstance(item, ast.Starred) for item in target.elts)


def _read_again(target: ast.expr) -> ast.expr | None:
    """Return an expression that reads an assignment's target once more without effects, or None."""
    if isinstance(target, ast.Name):
        return ast.Name(target.id, ast.Load())
    if isinstance(target, ast.Attribute) and isinstance(target.value, ast.Name):
        return ast.Attribute(ast.Name(target.value.id, ast.Load()), target.attr, ast.Load())
    if isinstance(target, ast.Subscript) and not isinstance(target.slice, ast.Slice):
        base, index = _plain_read(target.value), _plain_read(target.slice)
        if base is not None and index is not None:
            return ast.Subscript(base, index, ast.Load())
    return None


def _plain_read(node: ast.expr) -> ast.expr | None:
    if isinstance(node, ast.Constant):
        return ast.Constant(node.value)
    if isinstance(node, ast.Name):
        return ast.Name(node.id, ast.Load())
    if isinstance(node, ast.Attribute):
        base = _plain_read(node.value)
        return None if base is None else ast.Attribute(base, node.attr, ast.Load())
    return None
