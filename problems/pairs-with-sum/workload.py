"""Workloads of pairs-with-sum: no pair, all in pairs, once or twice, all equal, few or many values."""

from judge.authoring import ascending, equal_values, random_values, shuffled, stage, workloads

LIMIT = 10**9

KINDS = {
    "random numbers, no pair": lambda n, rng: (random_values(n, rng, LIMIT - 1_000), 7),
    "shuffled, every number in a pair": lambda n, rng: (shuffled(n, rng), 2 * 1_000 + n - 1),
    "ascending, every number in a pair": lambda n: (ascending(n), 2 * 1_000 + n - 1),
    "every number twice and in a pair": lambda n, rng: (2 * shuffled(n // 2, rng), 2 * 1_000 + n // 2 - 1),
    "negative, random, no pair": lambda n, rng: ([-v for v in random_values(n, rng, LIMIT - 1_000)], -7),
    "negative, every number in a pair": lambda n, rng: ([-v for v in shuffled(n, rng)], 1 - n - 2 * 1_000),
    "shuffled, one pair": lambda n, rng: (shuffled(n, rng), 2 * 1_000 + 1),
    "all numbers equal": lambda n: (equal_values(n), 2_000),
    "few different numbers": lambda n, rng: ([1_000 + rng.randrange(16) for _ in range(n)], 2_015),
}


@workloads("findPairs", KINDS)
def _(n, arguments):
    return stage(arguments=arguments(n))
