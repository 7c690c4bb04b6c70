"""Workloads of quick-sort: the inputs that turn careless pivots and partitions quadratic."""

from judge.authoring import (
    alternating_extremes,
    ascending,
    descending,
    equal_values,
    organ_pipe,
    shuffled,
    stage,
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
