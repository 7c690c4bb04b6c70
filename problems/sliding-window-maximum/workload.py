"""Workloads of sliding-window-maximum: the maximum leaves at every step, or never; short and long windows."""

from judge.authoring import ascending, descending, equal_values, organ_pipe, random_values, stage, workloads

KINDS = {
    "ascending": ascending,
    "descending": descending,
    "all equal": equal_values,
    "random": random_values,
    "up and down": organ_pipe,
}


@workloads("maxSlidingWindow", KINDS, shape="{}, a window of half the array")
def _(n, numbers):
    return stage(arguments=(numbers(n), max(1, n // 2)))


@workloads("maxSlidingWindow", KINDS, shape="{}, a window of 3")
def _(n, numbers):
    return stage(arguments=(numbers(n), min(3, n)))
