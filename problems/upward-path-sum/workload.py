"""Workloads of upward-path-sum: trees of every depth; all values are even, so no path has an odd target."""

from judge.authoring import (
    alternating_extremes,
    balanced_tree,
    caterpillar,
    left_chain,
    random_values,
    right_chain,
    stage,
    workloads,
)

DEEPEST, NEVER = 10_000, -1


def signed(n, rng):
    """Even values of 31 bits, of either sign."""
    return [2 * value - 2**30 for value in random_values(n, rng, 2**30 - 2000)]


CHAINS = {
    "a chain of zeros to the left": lambda n: left_chain(n, [0] * n),
    "a chain to the right": lambda n, rng: right_chain(n, signed(n, rng)),
}
COMBS = {"a chain with leaves": lambda n: caterpillar(n, [2 * value for value in alternating_extremes(n)])}
FULL = {"a tree without gaps": lambda n, rng: balanced_tree(n, signed(n, rng))}

for kinds, largest in ((CHAINS, DEEPEST), (COMBS, 2 * DEEPEST), (FULL, 1 << 20)):

    @workloads("hasUpwardPathSum", kinds, largest=largest)
    def _(n, tree):
        return stage(arguments=(tree(n), NEVER))
