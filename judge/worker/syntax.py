"""Questions about expressions of a syntax tree that only their text answers."""

from __future__ import annotations

import ast
from copy import copy
from typing import Any

from judge.worker.builtin_facts import DEQUE_BLOCK, SHORT_TEXT, WORD


def is_near_an_end(index: ast.expr) -> bool:
    """Is this `[0]`, `[-1]` or as near to an end, which no sequence walks for?"""
    value = constant_of(index)
    return type(value) is int and -DEQUE_BLOCK < value < DEQUE_BLOCK


def is_small_constant(node: ast.expr) -> bool:
    """Is this a constant that is compared in one step?"""
    if not isinstance(node.operand if isinstance(node, ast.UnaryOp) else node, ast.Constant):
        return False
    value = constant_of(node)
    if isinstance(value, str | bytes):
        return len(value) <= SHORT_TEXT
    return not isinstance(value, int) or -WORD < value < WORD


def constant_of(node: ast.expr) -> Any:
    """Return a constant's value; of `-c`, the negated one's; None for all else."""
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        value = constant_of(node.operand)
        return -value if isinstance(value, int | float) else None
    return node.value if isinstance(node, ast.Constant) else None


def has_star(target: ast.Tuple | ast.List) -> bool:
    return any(isinstance(item, ast.Starred) for item in target.elts)


def pairs_of(chain: ast.Compare) -> list[ast.Compare]:
    """Return `a == b in c` as `a == b` and `b in c`; the chain alone where what stands between may have
    effects."""
    middle = chain.comparators[:-1]
    if not all(isinstance(item, ast.Name | ast.Constant) for item in middle):
        return [chain]
    pairs = zip([chain.left, *map(copy, middle)], chain.ops, chain.comparators, strict=True)
    return [ast.copy_location(ast.Compare(left, [op], [right]), chain) for left, op, right in pairs]


def rests_of(target: ast.expr) -> list[str]:
    """Names that a loop's target gives what is left of each item: `for first, *rest in pairs`."""
    starred = [part.value for part in ast.walk(target) if isinstance(part, ast.Starred)]
    return [value.id for value in starred if isinstance(value, ast.Name)]


def bound_rests(pattern: ast.pattern) -> list[str]:
    """Names that a pattern gives a new list or dict: `[first, *rest]`, `{"key": value, **rest}`."""
    found: dict[str | None, None] = {}
    for part in ast.walk(pattern):
        if isinstance(part, ast.MatchStar):
            found[part.name] = None
        elif isinstance(part, ast.MatchMapping):
            found[part.rest] = None
    return [name for name in found if name is not None]


def read_again(target: ast.expr, value: ast.expr) -> ast.expr | None:
    """Return an expression that reads an assignment's target once more without effects, or None.

    Where `value` calls something, only names and constants are sure to be the same index after it.
    """
    if isinstance(target, ast.Name):
        return ast.Name(target.id, ast.Load())
    if isinstance(target, ast.Attribute) and isinstance(target.value, ast.Name):
        return ast.Attribute(ast.Name(target.value.id, ast.Load()), target.attr, ast.Load())
    if isinstance(target, ast.Subscript) and not isinstance(target.slice, ast.Slice):
        settled = isinstance(target.slice, ast.Name | ast.Constant)
        if not settled and any(isinstance(part, ast.Call) for part in ast.walk(value)):
            return None
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
