"""Workloads of upward-path-sum: trees of every depth, and targets that no path has: odd, or below all."""

from judge.authoring import (
    Tree,
    alternating_extremes,
    ascending,
    balanced_tree,
    caterpillar,
    left_chain,
    random_values,
    right_chain,
    stage,
    workloads,
)

DEEPEST, NEVER, NEVER_ROUND = 10_000, -1, -(1 << 12)


def signed(n, rng):
    """Even values of 31 bits, of either sign."""
    return [2 * value - 2**30 for value in random_values(n, rng, 2**30 - 2000)]


def legged(n):
    """A chain to the right whose nodes each have a left leg of two nodes: forks all the way down."""
    values = [2 * value for value in ascending(n)]
    levels = values[:3]
    for at in range(3, n - 2, 3):
        if at > 3:
            levels += [None, None]  # below the leg before the last
        levels += [values[at], None, *values[at + 1 : at + 3]]
    return Tree(levels)


CHAINS = {
    "a chain of zeros to the left": lambda n: left_chain(n, [0] * n),
    "a chain to the right": lambda n, rng: right_chain(n, signed(n, rng)),
}
COMBS = {
    "a chain with leaves": lambda n: caterpillar(n, [2 * value for value in alternating_extremes(n)]),
    "a chain with legs": legged,
}
ROUND = {"a chain whose sums share their last bits": lambda n: right_chain(n, [1 << 12] * n)}
FULL = {"a tree without gaps": lambda n, rng: balanced_tree(n, signed(n, rng))}

TREES = (
    (CHAINS, DEEPEST, NEVER),
    (ROUND, DEEPEST, NEVER_ROUND),
    (COMBS, 2 * DEEPEST, NEVER),
    (FULL, 1 << 20, NEVER),
)


def declare(kinds, largest, target):
    @workloads("hasUpwardPathSum", kinds, largest=largest)
    def _(n, tree):
        return stage(arguments=(tree(n), target))


for trees in TREES:
    declare(*trees)
