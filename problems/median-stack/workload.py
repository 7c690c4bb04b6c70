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

    @workload("push", shape=shape)
    def _(n):
        return stage(build=pushes(n), timed=pushes(n), undo=[("pop",)] * n)

    @workload("pop", shape=shape)
    def _(n):
        return stage(build=pushes(n), timed=[("pop",)] * n, undo=pushes(n))

    @workload("popMedian", shape=shape)
    def _(n):
        return stage(build=pushes(n), timed=[("popMedian",)] * n, undo=pushes(n))

    @workload("peekMedian", shape=f"{shape}, after each push and pop")
    def _(n):
        return stage(build=pushes(n), timed=in_turn(n, "peekMedian", "pop"), charged="peekMedian")

    @workload("top", shape=f"{shape}, after each push and popMedian")
    def _(n):
        return stage(build=pushes(n), timed=in_turn(n, "top", "popMedian"), charged="top")

    def in_turn(n, asked, removal):
        return [call for push in pushes(n) for call in (push, (asked,), (removal,), (asked,))]


for name, function in SHAPES.items():
    declare(name, function)
