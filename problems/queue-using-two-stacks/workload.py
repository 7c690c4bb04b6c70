"""Workloads of queue-using-two-stacks: filled then emptied, and every operation in turn on a long queue."""

from judge.authoring import ascending, stage, workload


def pushes(n):
    return [("push", value) for value in ascending(n)]


def in_turn(n, *calls):
    """On a queue of n elements: one push, then the other calls, n times."""
    return [call for push in pushes(n) for call in (push, *calls)]


@workload("push", shape="one after another")
def _(n):
    return stage(build=pushes(n), timed=pushes(n), undo=[("pop",)] * n)


@workload("pop", shape="one after another")
def _(n):
    return stage(build=pushes(n), timed=[("pop",)] * n, undo=pushes(n))


@workload("peek", shape="again and again")
def _(n):
    return stage(build=pushes(n), timed=[("peek",)] * n)


@workload("empty", shape="again and again")
def _(n):
    return stage(build=pushes(n), timed=[("empty",)] * n)


def declare(operation):
    @workload(operation, shape="all operations in turn")
    def _(n):
        calls = in_turn(n, ("peek",), ("empty",), ("pop",))
        return stage(build=pushes(n), timed=calls, charged=operation)

    @workload(operation, shape="push and pop in turn")
    def _(n):
        calls = [*in_turn(n, ("pop",)), ("peek",), ("empty",)]
        return stage(build=pushes(n), timed=calls, charged=operation)

    @workload(operation, shape="asked after each push, then emptied")
    def _(n):
        calls = in_turn(n, ("peek",), ("empty",)) + [("pop",)] * n
        return stage(build=pushes(n), timed=calls, charged=operation)


for name in ("push", "pop", "peek", "empty"):
    declare(name)
