"""Workloads of upward-path-sum: trees of every depth, with a target that no path has."""

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
CHAINS = {
    "a chain to the left": left_chain,
    "a chain to the right": lambda n, rng: right_chain(n, random_values(n, rng)),
}
COMBS = {"a chain with leaves": lambda n: caterpillar(n, alternating_extremes(n))}
FULL = {"a tree without gaps": lambda n, rng: balanced_tree(n, random_values(n, rng))}

for kinds, largest in ((CHAINS, DEEPEST), (COMBS, 2 * DEEPEST), (FULL, 1 << 20)):

    @workloads("hasUpwardPathSum", kinds, largest=largest)
    def _(n, tree):
        return stage(arguments=(tree(n), NEVER))
