"""Hypothesis strategies for arguments where mistakes live.

Hypothesis draws the few choices that matter (kind, size class, a pool of values, a seed); the bulk of a
large argument is filled in by a seeded generator, because drawing every element costs tens of
microseconds. All sizes are numbers of elements or nodes.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from judge.wire.nodes import Linked, Tree

INT32 = (-(2**31), 2**31 - 1)

_NOTABLE = (0, 1, -1, 2, -2, 255, 256, 257, -5, -6, 1000, -1000, 10**9, 2**31 - 1, -(2**31), 2**31 - 2)

SIZES = (0, 1, 2, 3, 4, 5, 6, 8, 10, 13, 17, 25, 40, 64, 100, 200)
"""Size classes of arrays and trees; an author's bounds cut them."""


def integers(low: int = INT32[0], high: int = INT32[1]) -> SearchStrategy[int]:
    """Integers in [low, high]: small ones, notable ones, both ends and any."""
    notable = sorted({n for n in (*_NOTABLE, low, high, low + 1, high - 1) if low <= n <= high})
    centre = min(max(0, low), high)
    near = st.integers(max(low, centre - 9), min(high, centre + 9))
    middle = st.integers(max(low, centre - 1000), min(high, centre + 1000))
    return st.one_of(near, st.sampled_from(notable), middle, st.integers(low, high))


values = integers


def _order(rng: random.Random, items: list[Any]) -> list[Any]:
    """Leave, sort, reverse, nearly sort or pipe the items: the shapes that break algorithms."""
    kind = rng.randrange(8)
    if kind < 3:
        return items
    try:
        ordered = sorted(items)
    except TypeError:
        return items
    if kind == 3:
        return ordered
    if kind == 4:
        return ordered[::-1]
    if kind == 5:  # organ pipe
        return ordered[::2] + ordered[1::2][::-1]
    if kind == 6 and len(ordered) > 1:  # nearly sorted
        at, to = rng.randrange(len(ordered)), rng.randrange(len(ordered))
        ordered[at], ordered[to] = ordered[to], ordered[at]
        return ordered
    return items


@st.composite
def arrays(
    draw: Callable[[Any], Any],
    elements: SearchStrategy[Any] | None = None,
    min_size: int = 0,
    max_size: int = 100,
) -> list[Any]:
    """Lists with many equal elements, sorted, reversed, organ-pipe and random ones, of all size classes."""
    elements = integers() if elements is None else elements
    sizes = [n for n in SIZES if min_size <= n <= max_size]
    size = draw(st.sampled_from(sorted({*sizes, min_size, max_size})))
    if size <= 6:
        return [draw(elements) for _ in range(size)]
    pool = [draw(elements) for _ in range(draw(st.sampled_from((1, 2, 3, 6, 10))))]
    rng = random.Random(draw(st.integers(0, 2**32 - 1)))
    spread = rng.random() < 0.5 and all(type(item) is int for item in pool)
    low, high = (min(pool), max(pool)) if spread else (0, 0)
    items = [rng.randint(low, high) if spread else rng.choice(pool) for _ in range(size)]
    return _order(rng, items)


def _grow_tree(rng: random.Random, size: int, shape: str, pick: Callable[[], Any]) -> Tree:
    """Level order of a random tree of `size` nodes, built node by node on free slots."""
    if size == 0:
        return Tree([])
    left: list[int] = [-1] * size
    right: list[int] = [-1] * size
    free: list[tuple[int, int]] = [(0, 0), (0, 1)]
    for node in range(1, size):
        if shape in ("left", "right", "zigzag"):
            side = {"left": 0, "right": 1, "zigzag": node % 2}[shape]
            (left if side == 0 else right)[node - 1] = node
            continue
        if shape == "caterpillar":
            spine = (node - 1) // 2
            (left if node % 2 else right)[2 * spine] = node
            continue
        at = 0 if shape == "balanced" else rng.randrange(len(free))
        parent, side = free.pop(at)
        (left if side == 0 else right)[parent] = node
        free += [(node, 0), (node, 1)]
    marks = [pick() for _ in range(size)]
    levels: list[Any] = []
    row: list[int] = [0]
    for node in row:
        if node < 0:
            levels.append(None)
            continue
        levels.append(marks[node])
        row += [left[node], right[node]]
    return Tree(levels)


TREE_SHAPES = ("random", "random", "random", "balanced", "left", "right", "zigzag", "caterpillar")


@st.composite
def trees(
    draw: Callable[[Any], Any],
    elements: SearchStrategy[Any] | None = None,
    min_size: int = 0,
    max_size: int = 60,
    shapes: Sequence[str] = TREE_SHAPES,
) -> Tree:
    """Binary trees: random, balanced, skewed either way, zigzag and caterpillar; the empty tree too."""
    elements = integers(-1000, 1000) if elements is None else elements
    sizes = [n for n in SIZES if min_size <= n <= max_size]
    size = draw(st.sampled_from(sorted({*sizes, min_size, max_size})))
    pool = [draw(elements) for _ in range(min(size, draw(st.sampled_from((1, 2, 4, 8)))))]
    rng = random.Random(draw(st.integers(0, 2**32 - 1)))
    return _grow_tree(rng, size, draw(st.sampled_from(tuple(shapes))), lambda: rng.choice(pool))


@st.composite
def linked_lists(
    draw: Callable[[Any], Any],
    elements: SearchStrategy[Any] | None = None,
    min_size: int = 0,
    max_size: int = 60,
    cycles: bool = False,
) -> Linked:
    """Singly linked lists; with `cycles` about half of them end in one, of any length and start."""
    items = draw(arrays(elements, min_size, max_size))
    cycle = draw(st.integers(-1, len(items) - 1)) if cycles and items and draw(st.booleans()) else -1
    return Linked(items, cycle)


@st.composite
def graphs(
    draw: Callable[[Any], Any], max_nodes: int = 20, directed: bool = True, min_nodes: int = 1
) -> dict[int, list[int]]:
    """Graphs as adjacency lists over the nodes 0 .. n-1: sparse, dense, with islands and self-loops."""
    count = draw(st.integers(min_nodes, max_nodes))
    rng = random.Random(draw(st.integers(0, 2**32 - 1)))
    density = draw(st.sampled_from((0.0, 0.5, 1.0, 1.5, 3.0)))
    loops = draw(st.booleans())
    graph: dict[int, list[int]] = {node: [] for node in range(count)}
    for _ in range(int(density * count)):
        a, b = rng.randrange(count), rng.randrange(count)
        if b in graph[a] or (a == b and not loops):
            continue
        graph[a].append(b)
        if not directed and a != b:
            graph[b].append(a)
    return graph


def texts(alphabet: str = "", max_size: int = 60) -> SearchStrategy[str]:
    """Text: over a small alphabet where one is given, otherwise Unicode with case pairs and marks."""
    if alphabet:
        return st.text(alphabet=st.sampled_from(alphabet), max_size=max_size)
    tricky = "aAbBzZ09 ,.'-_ßẞİıſKÅéÉσςΣ字🙂\u0301\u200d"
    return st.one_of(
        st.text(alphabet=st.sampled_from(tricky), max_size=max_size),
        st.text(alphabet=st.characters(codec="utf-8"), max_size=max_size),
    )


@st.composite
def nested_lists(
    draw: Callable[[Any], Any],
    elements: SearchStrategy[Any] | None = None,
    max_size: int = 30,
    max_depth: int = 8,
) -> list[Any]:
    """Lists nested at random, with empty lists in them; `max_size` counts elements and lists."""
    elements = integers() if elements is None else elements
    size = draw(st.integers(0, max_size))
    pool = [draw(elements) for _ in range(min(size, 5))] or [0]
    rng = random.Random(draw(st.integers(0, 2**32 - 1)))
    root: list[Any] = []
    places: list[tuple[list[Any], int]] = [(root, 1)]
    for _ in range(size):
        here, depth = rng.choice(places)
        if depth < max_depth and rng.random() < 0.4:
            inner: list[Any] = []
            here.insert(rng.randint(0, len(here)), inner)
            places.append((inner, depth + 1))
        else:
            here.insert(rng.randint(0, len(here)), rng.choice(pool))
    return root
