"""Workloads of queue-using-two-stacks: filled then emptied, and every operation in turn on a long queue."""

from judge.authoring import ascending, stage, workload


def declare(operation, shape, batch):
    @workload(operation, shape=shape)
    def _(n):
        return batch(n, [("push", value) for value in ascending(n)])


def in_turn(operation):
    def batch(n, pushes):
        calls = [call for push in pushes for call in (push, ("peek",), ("empty",), ("pop",), ("empty",))]
        # one push more, undone after: a batch that changes the size is run whole, moves and all
        return stage(build=pushes, timed=[*calls, ("push", 7)], undo=[("pop",)], charged=operation)

    return batch


def never_popped(operation):
    def batch(n, pushes):
        calls = [call for push in pushes for call in (push, (operation,))]
        return stage(timed=calls, undo=[("pop",)] * n, charged=operation)

    return batch


line, again = "one after another", "again and again"
declare("push", line, lambda n, pushes: stage(build=pushes, timed=pushes, undo=[("pop",)] * n))
declare("pop", line, lambda n, pushes: stage(build=pushes, timed=[("pop",)] * n, undo=pushes))
declare("peek", again, lambda n, pushes: stage(build=pushes, timed=[("peek",)] * n, rebuild=True))
for name in ("peek", "empty"):
    declare(name, "after each push, while nothing is taken", never_popped(name))
for name in ("push", "pop", "peek", "empty"):
    declare(name, "all operations in turn, on a long queue", in_turn(name))
