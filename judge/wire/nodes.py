"""Values that are not built in: trees, linked lists, arrays, and what may not cross.

`TreeNode` and `ListNode` are what submissions see; the others are the same things as plain values, for the
judge's side: models, strategies, reports.
"""

from __future__ import annotations

Value = object


class TreeNode:
    """A binary tree node with the interface that contestants know."""

    def __init__(self, val=0, left=None, right=None):  # type: ignore[no-untyped-def]
        self.val = val
        self.left = left
        self.right = right


class ListNode:
    """A singly linked list node with the interface that contestants know."""

    def __init__(self, val=0, next=None):  # type: ignore[no-untyped-def]
        self.val = val
        self.next = next


class Tree:
    """A binary tree as plain values, for the judge's side: models, strategies, reports.

    `levels` is the level order with None for a missing child, trailing None removed; `[]` is empty.
    Node values must not be None.
    """

    __slots__ = ("levels",)

    def __init__(self, levels: list[Value]) -> None:
        kept = list(levels)
        while kept and kept[-1] is None:
            kept.pop()
        self.levels = kept

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Tree) and self.levels == other.levels

    def __hash__(self) -> int:
        return hash(("Tree", repr(self.levels)))

    def __repr__(self) -> str:
        return f"tree({self.levels!r})"

    def build(self, node: type = TreeNode) -> object:
        """Return the root of a fresh linked copy of this tree, or None when it is empty."""
        levels = self.levels
        if not levels:
            return None
        root = node(levels[0])
        row, at, count = [root], 1, len(levels)
        for parent in row:
            if at >= count:
                break
            for side in ("left", "right"):
                if at < count and levels[at] is not None:
                    child = node(levels[at])
                    setattr(parent, side, child)
                    row.append(child)
                at += 1
        return root


class Linked:
    """A singly linked list as plain values; `cycle` is where the last node points back to, or -1."""

    __slots__ = ("cycle", "values")

    def __init__(self, values: list[Value], cycle: int = -1) -> None:
        self.values = list(values)
        self.cycle = cycle

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Linked) and self.values == other.values and self.cycle == other.cycle

    def __hash__(self) -> int:
        return hash(("Linked", repr(self.values), self.cycle))

    def __repr__(self) -> str:
        tail = f", cycle={self.cycle}" if self.cycle >= 0 else ""
        return f"linked({self.values!r}{tail})"

    def build(self, node: type = ListNode) -> object:
        """Return the head of a fresh linked copy, or None when it is empty."""
        nodes = [node(value) for value in self.values]
        for here, after in zip(nodes, nodes[1:], strict=False):
            here.next = after
        if nodes and self.cycle >= 0:
            nodes[-1].next = nodes[self.cycle]
        return nodes[0] if nodes else None


class NodeIndex:
    """Which node of an argument was returned, by its index there; -1 for a node that is not of it."""

    __slots__ = ("index",)

    def __init__(self, index: int) -> None:
        self.index = index

    def __eq__(self, other: object) -> bool:
        return isinstance(other, NodeIndex) and self.index == other.index

    def __hash__(self) -> int:
        return hash(("NodeIndex", self.index))

    def __repr__(self) -> str:
        return f"<node {self.index}>"


class NDArray:
    """An array as plain values (row-major), so that the judge needs no numpy to compare one."""

    __slots__ = ("dtype", "shape", "values")

    def __init__(self, dtype: str, shape: tuple[int, ...], values: list[Value]) -> None:
        self.dtype = dtype
        self.shape = shape
        self.values = values

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, NDArray)
            and self.dtype == other.dtype
            and self.shape == other.shape
            and self.values == other.values
        )

    def __hash__(self) -> int:
        return hash(("NDArray", self.dtype, self.shape))

    def __repr__(self) -> str:
        return f"array({self.values!r}, shape={self.shape}, dtype={self.dtype!r})"


class Opaque:
    """A value that may not cross the wall; it equals nothing, itself included."""

    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        self.text = text

    def __eq__(self, other: object) -> bool:
        return False

    def __hash__(self) -> int:
        return id(self)  # all alike would make a dict of them a list

    def __repr__(self) -> str:
        return f"<{self.text}>"
