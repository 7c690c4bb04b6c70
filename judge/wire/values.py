"""The value codec: what a value looks like on the wire.

None, bool, int, float, str and lists of values stand for themselves, in marshal and in JSON. Everything else
is an object `{"$": kind, "v": ...}`:

    tuple     the elements                 dict      pairs [key, value]
    set       the elements, sorted         bytes     hexadecimal digits
    int       hexadecimal digits, for integers past MAX_INT_BITS: decimal text has a limit
    ndarray   plus "dtype" and "shape"     tree      level order, null for no child (values wrapped: [v])
    linked    values, plus "cycle": the index that the last node points back to, or -1
    node      the index, in an argument's own order, of a node that was handed in
    deep      a list nested more than MAX_NESTING deep, as postfix: [v] pushes v, an integer n
              replaces the last n elements by a list of them
    opaque    the type's name of a value that may not cross; it equals nothing

The same value always has the same text, so equal texts mean equal values and the judge decodes only where
texts differ. (A result that is an integer past MAX_INT_BITS may travel as it is: other text, the same value.)
"""

from __future__ import annotations

from judge.wire.errors import MALFORMED, WireError
from judge.wire.frames import to_json
from judge.wire.lines import one_line, printable
from judge.wire.nodes import Linked, NDArray, NodeIndex, Opaque, Tree, Value

MAX_NESTING = 64
"""Nesting that is written as nested lists; deeper lists travel in postfix."""

MAX_DEPTH = 200_000
"""Nesting beyond this does not cross at all."""

MAX_NODES = 5_000_000
"""Elements, nodes and pairs of one value; beyond it the value is opaque."""

MAX_INT_BITS = 10_000
"""Integers longer than this travel in hexadecimal, which is linear in their length."""

MOST_OF_ONE_HASH = 256
"""Different keys of one set or dict that may have the same hash."""

SHORT_INT = 1 << 62

SCALARS = frozenset({int, str, bool, float, type(None)})


class _Budget:
    """Counts the elements of one value, so that a lazy or endless one cannot exhaust anybody."""

    __slots__ = ("left",)

    def __init__(self) -> None:
        self.left = MAX_NODES

    def take(self, count: int) -> None:
        self.left -= count
        if self.left < 0:
            raise _CannotCross("value with too many elements")


class _CannotCross(Exception):
    pass


class _TooNested(Exception):
    pass


def encode_value(value: Value, nodes: dict[int, int] | None = None) -> Value:
    """Return `value` in the form that JSON and marshal can carry; what may not cross is opaque.

    `nodes` maps the id of each node of the arguments to its index: a result found there becomes
    `node`. Subclasses of built-in types are reduced to their base's content, a self-referential or too large
    value is opaque; only what a node's own attributes raise goes through.
    """
    try:
        if nodes is not None and id(value) in nodes:
            return {"$": "node", "v": nodes[id(value)]}
        try:
            return _encode(value, _Budget(), 0)
        except _TooNested:
            return _encode_deep(value, _Budget())
    except _CannotCross as why:
        return {"$": "opaque", "v": str(why)}
    except (RecursionError, AttributeError, TypeError, ValueError, RuntimeError):
        return {"$": "opaque", "v": _type_name(value)}


def _type_name(value: object) -> str:
    return str.__str__(type.__getattribute__(type(value), "__name__"))[:100]


def _encode(value: Value, budget: _Budget, depth: int) -> Value:
    kind = type(value)
    if kind is int or (isinstance(value, int) and kind is not bool):
        return _encode_int(int.__index__(value))  # type: ignore[arg-type]
    if kind in SCALARS:
        return value
    if depth > MAX_NESTING:
        raise _TooNested
    if isinstance(value, str):
        return str.__str__(value)
    if isinstance(value, float):
        return float.__float__(value)
    if isinstance(value, list):
        budget.take(list.__len__(value) + 1)
        return [_encode(item, budget, depth + 1) for item in list.__iter__(value)]
    if isinstance(value, tuple):
        budget.take(tuple.__len__(value) + 1)
        return {"$": "tuple", "v": [_encode(i, budget, depth + 1) for i in tuple.__iter__(value)]}
    if isinstance(value, dict):
        budget.take(2 * dict.__len__(value) + 1)
        pairs = [
            [_encode(key, budget, depth + 1), _encode(item, budget, depth + 1)]
            for key, item in dict.items(value)
        ]
        return {"$": "dict", "v": pairs}
    if isinstance(value, (set, frozenset)):
        iterate = set.__iter__ if isinstance(value, set) else frozenset.__iter__
        items = [_encode(item, budget, depth + 1) for item in iterate(value)]  # type: ignore[arg-type]
        budget.take(len(items) + 1)
        return {"$": "set", "v": sorted(items, key=_sort_key)}
    if isinstance(value, (bytes, bytearray)):
        budget.take(len(value) // 8 + 1)
        return {"$": "bytes", "v": bytes(value).hex()}
    return _encode_object(value, budget, depth)


def _encode_int(value: int) -> Value:
    if -SHORT_INT < value < SHORT_INT or value.bit_length() <= MAX_INT_BITS:
        return value
    return {"$": "int", "v": format(value, "x")}


def _sort_key(item: Value) -> tuple[str, bytes]:
    return (type(item).__name__, to_json(item))


def _encode_object(value: Value, budget: _Budget, depth: int) -> Value:
    if isinstance(value, Tree):
        return {"$": "tree", "v": [_wrap(v, budget, depth) for v in value.levels]}
    if isinstance(value, Linked):
        values = [_encode(v, budget, depth + 1) for v in value.values]
        return {"$": "linked", "v": values, "cycle": value.cycle}
    if isinstance(value, NodeIndex):
        return {"$": "node", "v": value.index}
    if isinstance(value, NDArray):
        flat = [_encode(v, budget, depth + 1) for v in value.values]
        return {"$": "ndarray", "v": flat, "dtype": value.dtype, "shape": list(value.shape)}
    if hasattr(value, "val") and hasattr(value, "left") and hasattr(value, "right"):
        return _encode_tree(value, budget, depth)
    if hasattr(value, "val") and hasattr(value, "next"):
        return _encode_linked(value, budget, depth)
    if type(value).__module__ == "numpy":
        return _encode_numpy(value, budget, depth)
    raise _CannotCross(_type_name(value))


def _wrap(value: Value, budget: _Budget, depth: int) -> Value:
    return None if value is None else [_encode(value, budget, depth + 1)]


def _encode_tree(root: Value, budget: _Budget, depth: int) -> Value:
    levels: list[Value] = []
    row: list[object] = [root]
    seen: set[int] = set()
    for node in row:
        if node is None:
            levels.append(None)
            continue
        if id(node) in seen:
            raise _CannotCross("tree whose nodes form a cycle")
        seen.add(id(node))
        budget.take(1)
        levels.append([_encode(node.val, budget, depth + 1)])  # type: ignore[attr-defined]
        row.append(node.left)  # type: ignore[attr-defined]
        row.append(node.right)  # type: ignore[attr-defined]
    while levels and levels[-1] is None:
        levels.pop()
    return {"$": "tree", "v": levels}


def _encode_linked(head: Value, budget: _Budget, depth: int) -> Value:
    values: list[Value] = []
    seen: dict[int, int] = {}
    node, cycle = head, -1
    while node is not None:
        if id(node) in seen:
            cycle = seen[id(node)]
            break
        seen[id(node)] = len(values)
        budget.take(1)
        values.append(_encode(node.val, budget, depth + 1))  # type: ignore[attr-defined]
        node = node.next  # type: ignore[attr-defined]
    return {"$": "linked", "v": values, "cycle": cycle}


def _encode_numpy(value: Value, budget: _Budget, depth: int) -> Value:
    if not hasattr(value, "dtype") or not hasattr(value, "shape"):
        raise _CannotCross(_type_name(value))
    if value.shape == ():
        return _encode(value.item(), budget, depth)  # type: ignore[attr-defined]
    flat = value.ravel().tolist()  # type: ignore[attr-defined]
    budget.take(len(flat))
    return {
        "$": "ndarray",
        "v": [_encode(v, budget, depth + 1) for v in flat],
        "dtype": str.__str__(str(value.dtype)),
        "shape": [int(side) for side in value.shape],
    }


def _encode_deep(value: Value, budget: _Budget) -> Value:
    """Postfix of a deeply nested list, without recursion; only lists and scalars may nest so."""
    if not isinstance(value, list):
        raise _CannotCross("value nested too deep")
    tokens: list[Value] = []
    budget.take(list.__len__(value) + 1)
    opened = [(value, list.__iter__(value))]
    inside = {id(value)}
    while opened:
        for item in opened[-1][1]:
            if type(item) is int and -SHORT_INT < item < SHORT_INT:  # most are: no call for each of a million
                tokens.append([item])
                continue
            if isinstance(item, list):
                if len(opened) == MAX_DEPTH or id(item) in inside:
                    raise _CannotCross("list inside itself" if id(item) in inside else "list nested too deep")
                budget.take(list.__len__(item) + 1)
                opened.append((item, list.__iter__(item)))
                inside.add(id(item))
                break
            try:
                tokens.append([_encode(item, budget, 0)])
            except _TooNested:
                raise _CannotCross("value nested too deep") from None
        else:
            closed, _ = opened.pop()
            inside.remove(id(closed))
            tokens.append(list.__len__(closed))
    return {"$": "deep", "v": tokens}


def decode_value(form: Value, tree: type | None = None, linked: type | None = None) -> Value:
    """Rebuild a value from its form as exact built-in types.

    With `tree` and `linked` (the worker's side) trees and linked lists are built of nodes of those
    classes; without them (the judge's side) they become `Tree` and `Linked`.
    Raises WireError for a form that this module never writes.
    """
    kind = type(form)
    if kind in SCALARS:
        return form
    try:
        if kind is list or kind is tuple:
            return [decode_value(item, tree, linked) for item in form]  # type: ignore[attr-defined]
        if kind is not dict:
            raise WireError("a value of an unknown kind")
        return _decode_object(form, tree, linked)  # type: ignore[arg-type]
    except WireError:
        raise
    except MALFORMED as error:
        raise WireError("a malformed value") from error


def _refuse_collisions(keys: list[Value]) -> None:
    """Refuse keys of one hash: a set of 100,000 of them would take minutes. Raises WireError."""
    counts: dict[int, int] = {}
    if len(keys) > MOST_OF_ONE_HASH:
        for found in map(hash, keys):
            counts[found] = counts.get(found, 0) + 1
        if max(counts.values()) > MOST_OF_ONE_HASH:
            raise WireError("keys that collide")


def _decode_object(form: dict[str, Value], tree: type | None, linked: type | None) -> Value:
    name, body = form["$"], form["v"]
    if name in ("opaque", "int", "bytes"):
        text = body if isinstance(body, str) else ""
        if name == "opaque":
            return Opaque(printable(one_line(text[:200])))
        return int(text, 16) if name == "int" else bytes.fromhex(text)
    if name == "node":
        return NodeIndex(int(body))  # type: ignore[call-overload]
    if not isinstance(body, (list, tuple)):
        raise WireError("a malformed value")
    if name == "tuple":
        return tuple(decode_value(item, tree, linked) for item in body)
    if name == "dict":
        pairs = [(decode_value(key, tree, linked), decode_value(item, tree, linked)) for key, item in body]
        _refuse_collisions([key for key, _ in pairs])
        return dict(pairs)
    if name == "set":
        items = [decode_value(item, tree, linked) for item in body]
        _refuse_collisions(items)
        return set(items)
    if name == "tree":
        levels = [None if item is None else decode_value(item[0]) for item in body]
        if levels and levels[0] is None:
            raise WireError("a tree without a root")
        return Tree(levels) if tree is None else Tree(levels).build(tree)
    if name == "linked":
        cycle = int(form["cycle"])  # type: ignore[call-overload]
        values = [decode_value(item) for item in body]
        if cycle >= len(values):
            raise WireError("a cycle that leads nowhere")
        return Linked(values, cycle) if linked is None else Linked(values, cycle).build(linked)
    if name == "ndarray":
        shape = tuple(int(side) for side in form["shape"])  # type: ignore[attr-defined]
        return NDArray(str(form["dtype"])[:20], shape, [decode_value(item) for item in body])
    if name == "deep":
        return _decode_deep(body)
    raise WireError("a value of an unknown kind")


def _decode_deep(tokens: list[Value] | tuple[Value, ...]) -> Value:
    stack: list[Value] = []
    for token in tokens:
        if isinstance(token, (list, tuple)):
            stack.append(decode_value(token[0]))
            continue
        if type(token) is not int or not 0 <= token <= len(stack):
            raise WireError("a malformed nested list")
        start = len(stack) - token
        stack[start:] = [stack[start:]]
    if len(stack) != 1:
        raise WireError("a malformed nested list")
    return stack[0]
