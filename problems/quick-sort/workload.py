"""Workloads of quick-sort: the inputs that turn careless pivots and partitions quadratic."""

from judge.authoring import (
    alternating_extremes,
    ascending,
    descending,
    equal_values,
    organ_pipe,
    shuffled,
    stage,
    workload,
    workloads,
)

KINDS = {
    "random order": shuffled,
    "sorted": ascending,
    "reversed": descending,
    "all equal": equal_values,
    "rises to the middle and falls": organ_pipe,
    "upper half first": lambda n: ascending(n)[n // 2 :] + ascending(n)[: n // 2],
    "only two different numbers": lambda n, rng: [1000 + rng.randrange(2) for _ in range(n)],
    "jumps between the ends": alternating_extremes,
    "one number far from the others": lambda n, rng: [*shuffled(n - 1, rng), 10**18],
}


@workloads("sortArray", KINDS)
def _(n, values):
    return stage(arguments=(values(n),))


# The mean of the smallest and the largest cuts off little but the largest. Longer numbers would take longer
# to compare. With an eighth of n different ones, log(n / 8) is not log n yet, so a little more is allowed.
@workload("sortArray", shape="powers of two, eight of each", largest=1 << 11, bound="O(n sqrt n)")
def _(n, rng):
    return stage(arguments=([1 << (value - 1_000) // 8 for value in shuffled(n, rng)],))
