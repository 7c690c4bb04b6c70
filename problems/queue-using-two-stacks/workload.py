"""Workloads of queue-using-two-stacks: filled then emptied, and every operation in turn on a long queue."""

from judge.authoring import ascending, stage, workload


def pushes(n):
    return [("push", value) for value in ascending(n)]


@workload("push", shape="one after another")
def _(n):
    return stage(build=pushes(n), timed=pushes(n), undo=[("pop",)] * n)


@workload("pop", shape="one after another")
def _(n):
    return stage(build=pushes(n), timed=[("pop",)] * n, undo=pushes(n))


@workload("peek", shape="again and again")
def _(n):
    return stage(build=pushes(n), timed=[("peek",)] * n, rebuild=True)


def declare(operation):
    @workload(operation, shape="all operations in turn, on a long queue")
    def _(n):
        calls = [call for push in pushes(n) for call in (push, ("peek",), ("empty",), ("pop",))]
        # one push more, undone after: a batch that changes the size is run whole, moves and all
        return stage(build=pushes(n), timed=[*calls, ("push", 7)], undo=[("pop",)], charged=operation)


for name in ("push", "pop", "peek", "empty"):
    declare(name)


@workload("peek", shape="after each push, while nothing is taken")
def _(n):
    calls = [call for push in pushes(n) for call in (push, ("peek",))]
    return stage(timed=calls, undo=[("pop",)] * n, charged="peek")
