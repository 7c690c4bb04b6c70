"""Counting the work of a submission: its syntax tree, rewritten so that it keeps a tally per line.

Runs inside the worker, on the submission's own source, in a run of its own that is never timed. The
rewritten program does what the original does; beside it grows a `Tally`:

    turns[line]     a function was entered, a loop turned, a comprehension made an item
    touches[line]   elements that a container operation on this line moved, copied or compared, by the
                    cost models of `costs.py`; events[line] says how often such an operation ran

Counts are exact and repeat exactly. They miss C code without a model, which the clock sees instead.

How each construct is rewritten (T is the tally's `turns`, `line` the line's row in it; the
double-underscore names are in `costs.py`):

    def f(): body                 def f(): T[line] += 1; body             lambda: e  ->  __turn(line) and e
    for x in it: body             for x in it: T[line] += 1; body         while: the same
    [e for x in it if c]          [e for x in it if __turn(line) if c]
    f(args), *args, {**d}         __callee(line, f)(args), *__star(line, args), the same for d
    for a, *b in it: body         for a, *b in it: __star(line, b); body      case [a, *b]: the same
    x[i], x[a:b]                  __item(line, x, i)         del x[i]      __delete(line, x, i)
    a in b, a == b, a < b         __compare(line, op, a, b)
    a + b, a * b ...              __binary(line, op, a, b)
    x += e                        x += __added(line, e); __grown(line, x, in_place), for x[i] __grown_item

What costs nothing stays as it is: the ends of a sequence, comparisons with a constant or a length, FREE
builtins and methods, calls of functions that can only be the submission's own.

No frame stands between a submission's function and the one it calls, so recursion is as deep as before.
"""

from __future__ import annotations

import ast
from typing import Any

from judge.worker.costs import Costs
from judge.worker.names import Own, in_place_names, own_names, unused_prefix
from judge.worker.syntax import (
    bound_rests,
    constant_of,
    has_star,
    is_near_an_end,
    is_small_constant,
    pairs_of,
    read_again,
    rests_of,
)
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
ORDERS = (ast.Lt, ast.LtE, ast.Gt, ast.GtE)
"""`low <= x < high` compares numbers; a chain of these is left as it is."""
FREE = frozenset(
    {
        *("len", "range", "isinstance", "issubclass", "abs", "ord", "chr", "id", "type", "super", "bool"),
        *("enumerate", "zip", "iter", "reversed", "getattr", "setattr", "hasattr", "callable"),
    }
)
"""Builtins without a cost model. A function of the submission's own with such a name counts its own turns."""
FREE_METHODS = frozenset(
    {
        *("append", "appendleft", "popleft", "add", "discard", "get", "setdefault", "popitem"),
        *("move_to_end",),
    }
)
"""Methods that take constant time on every builtin container that has them."""


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
            prefix = unused_prefix(tree)
            locals_of = in_place_names(source, filename)
            rewriter = _Rewriter(locals_of, prefix, own_names(tree))
            rewritten = ast.fix_missing_locations(rewriter.visit(tree))
            self.tally = Tally(list(rewriter.rows))
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


class _Rewriter(ast.NodeTransformer):
    def __init__(self, locals_of: dict[int, frozenset[str]], prefix: str, own: Own) -> None:
        self.locals_of, self.prefix, self.own = locals_of, prefix, own
        self.locals: list[frozenset[str]] = [frozenset()]
        self.rows: dict[int, int] = {}
        """Of a line that is tallied, its place in the tally."""

    # -- making nodes ---------------------------------------------------------------------------

    def _call(self, name: str, node: ast.AST, *args: ast.expr) -> ast.Call:
        made = ast.Call(ast.Name(self.prefix + name, ast.Load()), [self._row(node), *args], [])
        return ast.copy_location(made, node)

    def _row(self, node: ast.AST) -> ast.Constant:
        return ast.Constant(self.rows.setdefault(getattr(node, "lineno", 0), len(self.rows)))

    def _index(self, index: ast.expr) -> ast.expr:
        if isinstance(index, ast.Slice):
            parts = [part or ast.Constant(None) for part in (index.lower, index.upper, index.step)]
            # the submission may shadow `slice`: the counters bring their own
            return ast.Call(ast.Name(self.prefix + "slice", ast.Load()), parts, [])
        if isinstance(index, ast.Tuple):
            return ast.Tuple([self._index(item) for item in index.elts], ast.Load())
        return index

    def _tick(self, node: ast.AST) -> ast.stmt:
        turns = ast.Name(self.prefix + "turns", ast.Load())
        target = ast.Subscript(turns, self._row(node), ast.Store())
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
        rests = [] if isinstance(node, ast.While) else rests_of(node.target)
        node.body = [self._tick(node), *self._copied(node, rests), *node.body]
        return node

    def _copied(self, node: ast.AST, names: list[str]) -> list[ast.stmt]:
        """Statements that charge for lists which were just made: what a starred name took."""
        reads = [self._call("star", node, ast.Name(name, ast.Load())) for name in names]
        return [ast.copy_location(ast.Expr(read), read) for read in reads]

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
        for keyword in node.keywords:
            if keyword.arg is None:
                keyword.value = self._call("star", node, keyword.value)
        if not self._costs_nothing(node.func):
            node.func = self._call("callee", node, node.func)
        return node

    def _costs_nothing(self, function: ast.expr) -> bool:
        """Is this a call that is free, or of a function that counts its own turns?"""
        if isinstance(function, ast.Name):
            return function.id in FREE or function.id in self.own.functions
        if not isinstance(function, ast.Attribute):
            return False
        owner = function.value.id if isinstance(function.value, ast.Name) else None
        of_module = owner is not None and owner not in self.own.variables  # such as `set.add`
        if function.attr in FREE_METHODS and function.attr not in self.own.variables:
            return self.own.plain and not of_module
        return owner == "self" and function.attr in self.own.methods

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
        if not isinstance(node.ctx, ast.Load) or is_near_an_end(node.slice):
            return node
        return self._call("item", node, node.value, self._index(node.slice))

    def visit_Compare(self, node: ast.Compare) -> ast.AST:
        pairs = pairs_of(node)
        if len(pairs) > 1 and not all(isinstance(op, ORDERS) for op in node.ops):
            return ast.copy_location(ast.BoolOp(ast.And(), [self.visit(pair) for pair in pairs]), node)
        self.generic_visit(node)
        name = COMPARISONS.get(type(node.ops[0]))
        if len(node.ops) != 1 or name is None:
            return node
        sides = node.left, node.comparators[0]
        if name not in ("in", "not in") and any(map(self._is_small, sides)):
            return node
        return self._call("compare", node, ast.Constant(name), node.left, node.comparators[0])

    def _is_small(self, node: ast.expr) -> bool:
        """Is this compared in one step: a small constant, or a length?"""
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            return node.func.id == "len" and "len" not in self.own.variables | self.own.functions
        return is_small_constant(node)

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
        again = read_again(target, node.value)
        if again is None or not isinstance(node.op, COSTLY_OPERATORS):
            self.generic_visit(target)
            return node
        in_place = isinstance(target, ast.Name) and target.id in self.locals[-1]
        if type(constant_of(node.value)) is not int or not isinstance(node.op, ast.Add | ast.Sub):
            node.value = self._call("added", node, node.value)  # otherwise only a number can have grown
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
        elif any(isinstance(t, (ast.Tuple, ast.List)) and has_star(t) for t in node.targets):
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
        rests = bound_rests(node.pattern)
        node.body = [*self._copied(node.pattern, rests), *self._statements(node.body)]
        return node
