"""Workloads of min-heap: built, filled and emptied with numbers that rise, fall, are equal or at random."""

from judge.authoring import ascending, descending, equal_values, shuffled, stage, workload

SHAPES = {
    "ascending": lambda n, rng: ascending(n),
    "descending": lambda n, rng: descending(n),
    "all equal": lambda n, rng: equal_values(n),
    "shuffled": shuffled,
}


def declare(shape, numbers_of):
    @workload("__init__", shape=shape)
    def _(n, rng):
        return stage(timed=[("__init__", numbers_of(n, rng))])

    @workload("insert", shape=f"{shape}, into an empty heap")
    def _(n, rng):
        inserts = [("insert", x) for x in numbers_of(n, rng)]
        return stage(construct=([],), timed=inserts, undo=[("extractMin",)] * n)

    @workload("extractMin", shape=shape)
    def _(n, rng):
        numbers = numbers_of(n, rng)
        return stage(construct=(numbers,), timed=[("extractMin",)] * n, undo=[("insert", x) for x in numbers])

    @workload("extractMin", shape=f"{shape}, in turn with insert")
    def _(n, rng):
        calls = [call for x in numbers_of(n, rng) for call in (("insert", x), ("extractMin",))]
        return stage(construct=(ascending(n),), timed=calls, charged="extractMin")

    @workload("peekMin", shape=f"{shape}, after each change")
    def _(n, rng):
        peek = ("peekMin",)
        calls = [c for x in numbers_of(n, rng) for c in (("insert", x), peek, ("extractMin",), peek)]
        return stage(construct=(numbers_of(n, rng),), timed=calls, charged="peekMin")


for name, function in SHAPES.items():
    declare(name, function)
