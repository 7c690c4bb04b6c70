"""Workloads of merge-sort: orders that break divide and conquer, insertion and pivots."""

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
    "keys in random order": shuffled,
    "keys ascending": ascending,
    "keys descending": descending,
    "keys all equal": equal_values,
    "keys rise and fall": organ_pipe,
    "upper half first": lambda n: ascending(n)[n // 2 :] + ascending(n)[: n // 2],
    "keys jump between the ends": alternating_extremes,
    "one key far from the others": lambda n, rng: [*shuffled(n - 1, rng), 10**18],
}


@workloads("sortRecords", KINDS)
def _(n, keys):
    # labels that differ: the order of equal keys is compared with the reference's, too
    return stage(arguments=([[key, f"{at}"] for at, key in enumerate(keys(n))],))
