"""Workloads of pairs-with-sum: no pair, every number in a pair, all numbers equal, few or many values."""

from judge.authoring import ascending, equal_values, random_values, shuffled, stage, workload

SHAPES = {
    "random numbers, no pair": lambda n, rng: (random_values(n, rng), 7),
    "shuffled, every number in a pair": lambda n, rng: (shuffled(n, rng), 2 * 1_000 + n - 1),
    "ascending, every number in a pair": lambda n, rng: (ascending(n), 2 * 1_000 + n - 1),
    "shuffled, one pair": lambda n, rng: (shuffled(n, rng), 2 * 1_000 + 1),
    "all numbers equal": lambda n, rng: (equal_values(n), 2_000),
    "few different numbers": lambda n, rng: ([1_000 + rng.randrange(16) for _ in range(n)], 2_015),
}


def declare(shape, arguments_of):
    @workload("findPairs", shape=shape)
    def _(n, rng):
        return stage(arguments=arguments_of(n, rng))


for name, function in SHAPES.items():
    declare(name, function)
