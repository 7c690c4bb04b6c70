"""Workloads of median-stack: medians at the top, at the bottom and everywhere; adds and removals in turn."""

from judge.authoring import alternating_extremes, ascending, descending, equal_values, stage, workload

SHAPES = {
    "ascending pushes": ascending,
    "descending pushes": descending,
    "equal pushes": equal_values,
    "the median at the bottom": lambda n: alternating_extremes(n)[::-1],
}


def declare(shape, values_of):
    pushes = lambda n: [("push", v) for v in values_of(n)]  # noqa: E731
    mixed = lambda n, last: [c for p in pushes(n) for c in (p, ("peekMedian",), ("top",), last)]  # noqa: E731

    @workload("push", shape=shape)
    def _(n):
        return stage(build=pushes(n), timed=pushes(n), undo=[("pop",)] * n)

    @workload("pop", shape=shape)
    def _(n):
        return stage(build=pushes(n), timed=[("pop",)] * n, undo=pushes(n))

    @workload("popMedian", shape=shape)
    def _(n):
        return stage(build=pushes(n), timed=[("popMedian",)] * n, undo=pushes(n))

    for operation in ("top", "peekMedian"):
        for last in ("pop", "popMedian"):
            workload(operation, shape=f"{shape}, then push, ask and {last} in turn")(
                lambda n, operation=operation, last=last: stage(
                    build=pushes(n), timed=mixed(n, (last,)), charged=operation
                )
            )


for name, function in SHAPES.items():
    declare(name, function)
