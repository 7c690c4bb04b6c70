"""Workloads of merge-sort: orders that break divide and conquer, insertion and pivots."""

from judge.authoring import ascending, descending, equal_values, organ_pipe, shuffled, stage, workload

SHAPES = {
    "keys in random order": shuffled,
    "keys ascending": lambda n, rng: ascending(n),
    "keys descending": lambda n, rng: descending(n),
    "keys all equal": lambda n, rng: equal_values(n),
    "keys rise and fall": lambda n, rng: organ_pipe(n),
    "upper half first": lambda n, rng: ascending(n)[n // 2 :] + ascending(n)[: n // 2],
}


def declare(shape, keys_of):
    @workload("sortRecords", shape=shape)
    def _(n, rng):
        return stage(arguments=([[key, "r"] for key in keys_of(n, rng)],))


for name, function in SHAPES.items():
    declare(name, function)
