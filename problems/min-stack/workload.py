"""Workloads of min-stack: pushes that keep changing the minimum, and pops that keep losing it."""

from judge.authoring import ascending, descending, equal_values, stage, workloads

KINDS = {"descending pushes": descending, "ascending pushes": ascending, "equal pushes": equal_values}
LOWERED = {"descending pushes": descending}
LARGEST = 24_000  # 4n calls are made at the most: fewer than the statement's 100,000


def declare(operation, batch, shape="{}", kinds=KINDS):
    @workloads(operation, kinds, shape=shape, largest=LARGEST)
    def _(n, values):
        return batch([("push", v) for v in values(n)])


def after_pop(pushes, *calls):
    """What a pop leaves to be done is done by the first call after it."""
    return stage(build=pushes, timed=[("pop",), *calls], charged=calls[0][0])


def after_as_many_pops(pushes, *calls):
    """Pops that only count leave all elements to the first other call."""
    pops = [("pop",)] * (len(pushes) // 2)
    return stage(build=[*pushes, *pops], timed=calls, charged=calls[0][0])


late, TWICE = "after as many pops, over {}", {"descending pushes": lambda n: descending(2 * n)}
declare("top", lambda p: after_as_many_pops(p, ("top",)), late, TWICE)
declare("getMin", lambda p: after_as_many_pops(p, ("getMin",)), late, TWICE)
declare("push", lambda p: after_as_many_pops(p, p[-1], ("pop",)), late, TWICE)

lost = [("push", 1), ("pop",), ("getMin",)]
declare("push", lambda pushes: stage(build=pushes, timed=pushes, undo=[("pop",)] * len(pushes)))
declare("pop", lambda pushes: stage(build=pushes, timed=[("pop",)] * len(pushes), undo=pushes))
declare("top", lambda pushes: stage(build=pushes, timed=[("top",)]))
declare("push", lambda p: after_pop(p, p[-1]), "after every pop, over {}", LOWERED)
declare("top", lambda p: after_pop(p, ("top",), p[-1]), "after every pop, over {}", LOWERED)
declare("getMin", lambda pushes: stage(build=pushes, timed=[("getMin",)]))
declare("getMin", lambda pushes: stage(build=pushes, timed=lost), shape="the minimum just popped, over {}")
