"""Workloads of min-stack: pushes that keep changing the minimum, and pops that keep losing it."""

from judge.authoring import ascending, descending, equal_values, stage, workload

SHAPES = {
    "descending pushes": descending,
    "ascending pushes": ascending,
    "equal pushes": equal_values,
}


def declare(shape, values_of):
    pushes = lambda n: [("push", v) for v in values_of(n)]  # noqa: E731

    @workload("push", shape=shape)
    def _(n):
        return stage(build=pushes(n), timed=pushes(n), undo=[("pop",)] * n)

    @workload("pop", shape=shape)
    def _(n):
        return stage(build=pushes(n), timed=[("pop",)] * n, undo=pushes(n))

    @workload("top", shape=shape)
    def _(n):
        return stage(build=pushes(n), timed=[("top",)])

    @workload("getMin", shape=shape)
    def _(n):
        return stage(build=pushes(n), timed=[("getMin",)])

    @workload("getMin", shape=f"the minimum just popped, over {shape}")
    def _(n):
        return stage(build=pushes(n), timed=[("push", 1), ("pop",), ("getMin",)])


for name, function in SHAPES.items():
    declare(name, function)
