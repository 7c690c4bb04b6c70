"""What a problem's `workload.py` is written with: states of size n and the calls to time.

    from judge.authoring import ascending, descending, stage, workload

    @workload("getMin", shape="descending pushes")
    def _(n):
        return stage(build=[("push", v) for v in descending(n)], timed=[("getMin",)])

    @workload("push", shape="descending pushes")
    def _(n):
        values = descending(n)
        return stage(
            build=[("push", v) for v in values],
            timed=[("push", v) for v in values],
            undo=[("pop",)] * n,
        )

    @workload("twoSum", shape="the pair at the far end")      # a function problem
    def _(n, rng):
        return stage(arguments=(random_values(n, rng), 7))

    @workloads("pop", {"in order": ascending, "shuffled": shuffled})     # one for each kind of values
    def _(n, values):
        pushes = [("push", v) for v in values(n)]
        return stage(build=pushes, timed=[("pop",)] * n, undo=pushes)

A call is a tuple: the method's name, then its arguments. The judge grows n, and runs `timed` as often as a
clock needs. Which of the four kinds a batch is decides what happens between two runs of it:

    keeps the size     the default: queries; put to a full cache; remove and add again. It is repeated on
                       the same state, so a batch that must not repeat itself soon is best 2n calls long
    undo=[...]         the batch changes the size; these calls bring the state back, untimed
    rebuild=True       the state is built anew before every batch
    arguments=(...)    a function problem: every call gets its own copy of the arguments

`charged` names the methods of the batch that the operation pays for (default: the operation itself where
the batch calls it, else all of it): in alternating `addNum` and `findMedian`, only the finds.
The constructor is the operation `__init__`: `timed=[("__init__", arg, ...)]` makes new objects.
"""

from __future__ import annotations

import inspect
import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from judge.wire.calls import CONSTRUCTOR as CONSTRUCTOR
from judge.wire.nodes import Tree

CallTuple = tuple[object, ...]
FUNCTION = ""
"""The method name in the one call of a function problem."""

VALUE_FLOOR = 1_000
"""Values start above the integers that CPython caches (-5 to 256): comparing those is not typical."""


class WorkloadError(ValueError):
    """A workload is malformed: which one, and what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Stage:
    """One size of one workload: what is built, and what is timed in it."""

    construct: tuple[object, ...]
    """Arguments of the constructor."""
    build: tuple[CallTuple, ...]
    timed: tuple[CallTuple, ...]
    undo: tuple[CallTuple, ...]
    rebuild: bool
    charged: frozenset[str] | None
    """Method names that the operation pays for; None: the operation's own, or all."""


@dataclass(frozen=True, slots=True)
class Workload:
    """One shape in which one operation is measured."""

    operation: str
    shape: str
    parameter: str
    """The letter of the bound that grows here: `n`, `k`, `h` ..."""
    smallest: int
    largest: int
    make: Callable[..., Stage]
    takes_rng: bool
    bound: str = ""
    """What may grow here, in `parameter`, where the problem's bound does not say: see `workload`."""

    def stage(self, n: int, seed: int = 0) -> Stage:
        """Return the stage of size `n`: the same for the same n and seed.

        Raises WorkloadError when the author's function raises or returns anything else.
        """
        rng = random.Random(f"{seed}/{self.operation}/{self.shape}/{n}")
        try:
            made = self.make(n, rng) if self.takes_rng else self.make(n)
        except (Exception, SystemExit) as error:
            raise WorkloadError(
                f"{self.operation}, {self.shape!r}, n = {n}: {type(error).__name__}: {error}"
            ) from error
        if not isinstance(made, Stage):
            raise WorkloadError(f"{self.operation}, {self.shape!r}: must return stage(...)")
        return made


_collected: ContextVar[list[Workload] | None] = ContextVar("collected", default=None)


@contextmanager
def collect_workloads() -> Iterator[list[Workload]]:
    """Collect the workloads that are declared inside, in order: for the loader of `workload.py`."""
    found: list[Workload] = []
    token = _collected.set(found)
    try:
        yield found
    finally:
        _collected.reset(token)


def workload(
    operation: str,
    *,
    shape: str,
    parameter: str = "n",
    smallest: int = 8,
    largest: int = 1 << 20,
    bound: str = "",
) -> Callable[[Callable[..., Stage]], Workload]:
    """Declare the function below as a workload of `operation`: it takes n, or n and an rng.

    `smallest` and `largest` bound the sizes that the judge may ask for (a recursion limit, a domain). `bound`
    is what this shape allows, such as `O(log words)`, where the problem's bound does not name the parameter
    and a right solution may still grow a little in it: lists of at most 26 letters fill up slowly.
    Raises WorkloadError for a function of another signature.
    """

    def declare(make: Callable[..., Stage]) -> Workload:
        count = len(inspect.signature(make).parameters)
        if count not in (1, 2):
            raise WorkloadError(f"{operation}, {shape!r}: takes (n) or (n, rng), not {count}")
        made = Workload(operation, shape, parameter, smallest, largest, make, count == 2, bound)
        found = _collected.get()
        if found is not None:
            found.append(made)
        return made

    return declare


def workloads(
    operation: str, kinds: Mapping[str, Callable[..., Any]], *, shape: str = "{}", **options: Any
) -> Callable[[Callable[[int, Callable[[int], Any]], Stage]], None]:
    """Declare the function below as a workload of `operation` for each kind of values.

    `kinds` names functions of a count, with an `rng` or without, as `ascending` and `shuffled` are. The
    function below takes n and one of them, which then needs the count alone. Each workload is named by
    `shape`, with the kind's name for `{}`. Options and errors are those of `workload`.
    """

    def declare(make: Callable[[int, Callable[[int], Any]], Stage]) -> None:
        for name, values_of in kinds.items():
            workload(operation, shape=shape.format(name), **options)(_of_kind(make, values_of))

    return declare


def _of_kind(
    make: Callable[[int, Callable[[int], Any]], Stage], values_of: Callable[..., Any]
) -> Callable[[int, random.Random], Stage]:
    takes_rng = "rng" in inspect.signature(values_of).parameters

    def made(n: int, rng: random.Random) -> Stage:
        return make(n, lambda count: values_of(count, rng) if takes_rng else values_of(count))

    return made


def stage(
    *,
    construct: Sequence[object] = (),
    build: Sequence[CallTuple] = (),
    timed: Sequence[CallTuple] = (),
    undo: Sequence[CallTuple] = (),
    rebuild: bool = False,
    charged: str | Sequence[str] | None = None,
    arguments: Sequence[object] | None = None,
) -> Stage:
    """Return one size of a workload; see the top of this module.

    Raises WorkloadError when nothing is timed, or `arguments` comes with calls.
    """
    if arguments is not None:
        if build or timed or undo:
            raise WorkloadError("arguments are for function problems: no build, timed or undo")
        timed = [(FUNCTION, *arguments)]
    if not timed:
        raise WorkloadError("nothing to time: give timed=[(method, ...)] or arguments=(...)")
    for listed in (build, timed, undo):
        if set(map(type, listed)) <= {tuple} and all(listed) and {type(c[0]) for c in listed} <= {str}:
            continue
        odd = next((o for o in listed if not (isinstance(o, tuple) and o and isinstance(o[0], str))), None)
        raise WorkloadError(f"a call is (method, argument, ...), not {odd!r}")
    names = [charged] if isinstance(charged, str) else charged
    return Stage(
        tuple(construct),
        tuple(build),
        tuple(timed),
        tuple(undo),
        rebuild,
        None if names is None else frozenset(names),
    )


# ---------------------------------------------------------------------------------------------------
# Values
# ---------------------------------------------------------------------------------------------------


def ascending(n: int) -> list[int]:
    """Return n increasing integers."""
    return list(range(VALUE_FLOOR, VALUE_FLOOR + n))


def descending(n: int) -> list[int]:
    """Return n decreasing integers."""
    return list(range(VALUE_FLOOR + n - 1, VALUE_FLOOR - 1, -1))


def equal_values(n: int) -> list[int]:
    """Return n times the same integer."""
    return [VALUE_FLOOR] * n


def random_values(n: int, rng: random.Random, spread: int = 1 << 30) -> list[int]:
    """Return n integers drawn uniformly from a range of `spread`."""
    return [VALUE_FLOOR + int(rng.random() * spread) for _ in range(n)]


def shuffled(n: int, rng: random.Random) -> list[int]:
    """Return n distinct integers in random order."""
    draw = rng.random
    return sorted(ascending(n), key=lambda _: draw())  # half the time of `shuffle`


def organ_pipe(n: int) -> list[int]:
    """Return n integers that rise to the middle and fall again."""
    half = (n + 1) // 2
    rising = list(range(VALUE_FLOOR, VALUE_FLOOR + half))
    return rising + rising[: n - half][::-1]


def alternating_extremes(n: int) -> list[int]:
    """Return n integers that jump from one end inwards: lowest, highest, second lowest ..."""
    values = ascending(n)
    low, high = values[: (n + 1) // 2], values[(n + 1) // 2 :][::-1]
    mixed = [0] * n
    mixed[::2], mixed[1::2] = low, high
    return mixed


# ---------------------------------------------------------------------------------------------------
# Trees of n nodes, as level order
# ---------------------------------------------------------------------------------------------------


def balanced_tree(n: int, values: Sequence[int] | None = None) -> Tree:
    """Return a tree of n nodes, filled level by level."""
    return Tree(list(ascending(n) if values is None else values))


def left_chain(n: int, values: Sequence[int] | None = None) -> Tree:
    """Return a tree whose n nodes are each the left child of the last."""
    given: list[object] = list(ascending(n) if values is None else values)
    levels: list[object] = given[:1]
    for value in given[1:]:
        levels += [value, None]
    return Tree(levels)


def right_chain(n: int, values: Sequence[int] | None = None) -> Tree:
    """Return a tree whose n nodes are each the right child of the last."""
    given: list[object] = list(ascending(n) if values is None else values)
    levels: list[object] = given[:1]
    for value in given[1:]:
        levels += [None, value]
    return Tree(levels)


def caterpillar(n: int, values: Sequence[int] | None = None) -> Tree:
    """Return a chain to the right in which each node also has a left leaf; n nodes."""
    given: list[object] = list(ascending(n) if values is None else values)
    levels: list[object] = given[:1]
    for at in range(1, n, 2):
        # the leaf on the left of the spine has no children: two gaps before the next pair
        if at > 1:
            levels += [None, None]
        levels += given[at : at + 2]
    return Tree(levels)
