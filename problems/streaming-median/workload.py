"""Workloads of streaming-median: streams in and out of order, asked at once and in between."""

from judge.authoring import (
    alternating_extremes,
    ascending,
    descending,
    equal_values,
    shuffled,
    stage,
    workload,
)

SHAPES = {
    "ascending numbers": lambda n, rng: ascending(n),
    "descending numbers": lambda n, rng: descending(n),
    "equal numbers": lambda n, rng: equal_values(n),
    "numbers in random order": shuffled,
    "numbers from both ends inwards": lambda n, rng: alternating_extremes(n),
}


def declare(shape, values_of):
    def streams(n, rng):
        """n numbers, and n/2 more of the same kind."""
        numbers = [("addNum", v) for v in values_of(n + (n + 1) // 2, rng)]
        return numbers[:n], numbers[n:]

    @workload("addNum", shape=shape)
    def _(n, rng):
        before, after = streams(n, rng)
        return stage(build=before, timed=after, rebuild=True)

    @workload("findMedian", shape=shape)
    def _(n, rng):
        return stage(build=streams(n, rng)[0], timed=[("findMedian",)])

    @workload("findMedian", shape=f"asked after every addition, {shape}")
    def _(n, rng):
        before, after = streams(n, rng)
        asked = [call for add in after for call in (add, ("findMedian",))]
        return stage(build=before, timed=asked, rebuild=True, charged="findMedian")


for name, function in SHAPES.items():
    declare(name, function)
