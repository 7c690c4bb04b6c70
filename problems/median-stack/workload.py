"""Workloads of median-stack: medians at the top, at the bottom and everywhere; adds and removals in turn."""

from judge.authoring import (
    alternating_extremes,
    ascending,
    descending,
    equal_values,
    shuffled,
    stage,
    workloads,
)

KINDS = {
    "ascending pushes": ascending,
    "descending pushes": descending,
    "equal pushes": equal_values,
    "the median at the bottom": lambda n: alternating_extremes(n)[::-1],
}


def declare(operation, batch, shape="{}", kinds=KINDS):
    @workloads(operation, kinds, shape=shape)
    def _(n, values):
        return batch([("push", v) for v in values(n)])


def asked(pushes, question, removal):
    calls = [call for push in pushes for call in (push, (question,), (removal,), (question,))]
    return stage(build=pushes, timed=calls, charged=question)


def in_and_out(pushes):
    """Tables of a power of two are full now: one more and one less must not make them anew each time."""
    calls = [call for push in pushes for call in (push, ("pop",))]
    return stage(build=pushes, timed=calls, charged=("push", "pop"))


declare("push", in_and_out, "popped at once, over {}", {"ascending pushes": ascending})
declare(
    "push",
    lambda pushes: stage(build=pushes, timed=pushes, undo=[("pop",)] * len(pushes)),
    kinds={**KINDS, "shuffled pushes": shuffled},
)
declare("pop", lambda pushes: stage(build=pushes, timed=[("pop",)] * len(pushes), undo=pushes))
declare("popMedian", lambda pushes: stage(build=pushes, timed=[("popMedian",)] * len(pushes), undo=pushes))
declare("peekMedian", lambda p: asked(p, "peekMedian", "pop"), shape="{}, after each push and pop")
declare("top", lambda p: asked(p, "top", "popMedian"), shape="{}, after each push and popMedian")
