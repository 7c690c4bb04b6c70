"""Workloads of sliding-window-maximum: the maximum leaves at every step, or never; short and long windows."""

from math import isqrt

from judge.authoring import (
    alternating_extremes,
    ascending,
    descending,
    equal_values,
    organ_pipe,
    random_values,
    stage,
    workloads,
)

KINDS = {
    "ascending": ascending,
    "descending": descending,
    "all equal": equal_values,
    "random": random_values,
    "up and down": organ_pipe,
}
TWO_KINDS = {"descending": descending, "random": random_values}  # the maximum leaves at each step, or seldom
SAWTOOTH = {"falling peaks with dips between": alternating_extremes}


@workloads("maxSlidingWindow", KINDS | SAWTOOTH, shape="{}, a window of half the array")
def _(n, numbers):
    return stage(arguments=(numbers(n), max(1, n // 2)))


@workloads("maxSlidingWindow", KINDS, shape="{}, a window of 3")
def _(n, numbers):
    return stage(arguments=(numbers(n), min(3, n)))


@workloads("maxSlidingWindow", TWO_KINDS, shape="{}, a window of an eighth of the array")
def _(n, numbers):
    return stage(arguments=(numbers(n), n // 8))


@workloads("maxSlidingWindow", TWO_KINDS, shape="{}, a window of the root of the length")
def _(n, numbers):
    return stage(arguments=(numbers(n), isqrt(n)))
