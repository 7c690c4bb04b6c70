"""Workloads of streaming-median: streams in and out of order, asked at once and in between."""

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
    "ascending numbers": ascending,
    "descending numbers": descending,
    "equal numbers": equal_values,
    "numbers in random order": shuffled,
    "numbers from both ends inwards": alternating_extremes,
}

UNORDERED = {"numbers in random order": shuffled}


def declare(operation, batch, shape="{}", kinds=KINDS):
    @workloads(operation, kinds, shape=shape)
    def _(n, values):
        adds = [("addNum", v) for v in values(n + (n + 1) // 2)]  # n numbers, and n/2 more of the same kind
        return batch(adds[:n], adds[n:])


def asked(before, after, charged):
    calls = [call for add in after for call in (add, ("findMedian",))]
    return stage(build=before, timed=calls, rebuild=True, charged=charged)


declare("addNum", lambda before, after: stage(build=before, timed=after, rebuild=True))
declare("findMedian", lambda before, after: stage(build=before, timed=[("findMedian",)]))
declare("findMedian", lambda b, a: asked(b, a, "findMedian"), "asked after every addition, {}")
declare("addNum", lambda b, a: asked(b, a, "addNum"), "after every question, {}", UNORDERED)
