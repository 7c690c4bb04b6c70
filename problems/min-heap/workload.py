"""Workloads of min-heap: built, filled and emptied with numbers that rise, fall, are equal or at random."""

from judge.authoring import ascending, descending, equal_values, shuffled, stage, workload, workloads

KINDS = {"ascending": ascending, "descending": descending, "all equal": equal_values, "shuffled": shuffled}


def declare(operation, batch, shape="{}"):
    @workloads(operation, KINDS, shape=shape)
    def _(n, numbers):
        items = numbers(n)
        return batch(items, [("insert", x) for x in items])


def in_turn(items, inserts, charged, *calls):
    timed = [call for insert in inserts for call in (insert, *calls)]
    return stage(construct=(items,), timed=timed, charged=charged)


take, peek = ("extractMin",), ("peekMin",)
declare("__init__", lambda items, _: stage(timed=[("__init__", items)]))
declare(
    "insert",
    lambda _, inserts: stage(construct=([],), timed=inserts, undo=[take] * len(inserts)),
    "{}, into an empty heap",
)
declare("extractMin", lambda items, ins: stage(construct=(items,), timed=[take] * len(items), undo=ins))
declare(
    "extractMin",
    lambda items, ins: in_turn(ascending(len(items)), ins, "extractMin", take),
    "{}, in turn with insert",
)
declare(
    "peekMin",
    lambda items, ins: in_turn(items, ins, "peekMin", peek, take, peek),
    "{}, after each change",
)


@workload("insert", shape="in turn with extractMin, in a heap made from items")
def _(n, rng):
    return in_turn(ascending(n), [("insert", x) for x in shuffled(n, rng)], "insert", take)


@workload("peekMin", shape="the first after many inserts")
def _(n):
    return stage(construct=([],), build=[("insert", x) for x in descending(n)], timed=[peek], rebuild=True)
