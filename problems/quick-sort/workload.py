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
)

SHAPES = {
    "random order": shuffled,
    "sorted": lambda n, rng: ascending(n),
    "reversed": lambda n, rng: descending(n),
    "all equal": lambda n, rng: equal_values(n),
    "rises to the middle and falls": lambda n, rng: organ_pipe(n),
    "only two different numbers": lambda n, rng: [1000 + rng.randrange(2) for _ in range(n)],
    "jumps between the ends": lambda n, rng: alternating_extremes(n),
}


def declare(shape, values_of):
    @workload("sortArray", shape=shape)
    def _(n, rng):
        return stage(arguments=(values_of(n, rng),))


for name, function in SHAPES.items():
    declare(name, function)
