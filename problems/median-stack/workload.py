"""Workloads of median-stack: medians at the top, at the bottom and everywhere; adds and removals in turn."""

from judge.authoring import alternating_extremes, ascending, descending, equal_values, stage, workloads

KINDS = {
    "ascending pushes": ascending,
    "descending pushes": descending,
    "equal pushes": equal_values,
    "the median at the bottom": lambda n: alternating_extremes(n)[::-1],
}


def declare(operation, batch, shape="{}"):
    @workloads(operation, KINDS, shape=shape)
    def _(n, values):
        return batch([("push", v) for v in values(n)])


def asked(pushes, question, removal):
    calls = [call for push in pushes for call in (push, (question,), (removal,), (question,))]
    return stage(build=pushes, timed=calls, charged=question)


declare("push", lambda pushes: stage(build=pushes, timed=pushes, undo=[("pop",)] * len(pushes)))
declare("pop", lambda pushes: stage(build=pushes, timed=[("pop",)] * len(pushes), undo=pushes))
declare("popMedian", lambda pushes: stage(build=pushes, timed=[("popMedian",)] * len(pushes), undo=pushes))
declare("peekMedian", lambda p: asked(p, "peekMedian", "pop"), shape="{}, after each push and pop")
declare("top", lambda p: asked(p, "top", "popMedian"), shape="{}, after each push and popMedian")
