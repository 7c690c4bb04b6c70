"""Workloads of upward-path-sum: trees of every depth, with a target that no path has."""

from judge.authoring import (
    alternating_extremes,
    balanced_tree,
    caterpillar,
    left_chain,
    random_values,
    right_chain,
    stage,
    workload,
)  # fmt: skip

DEEPEST = 10_000
NEVER = -1


@workload("hasUpwardPathSum", shape="a chain to the left", largest=DEEPEST)
def _(n):
    return stage(arguments=(left_chain(n), NEVER))


@workload("hasUpwardPathSum", shape="a chain to the right", largest=DEEPEST)
def _(n, rng):
    return stage(arguments=(right_chain(n, random_values(n, rng)), NEVER))


@workload("hasUpwardPathSum", shape="a chain with leaves", largest=2 * DEEPEST)
def _(n):
    return stage(arguments=(caterpillar(n, alternating_extremes(n)), NEVER))


@workload("hasUpwardPathSum", shape="a tree without gaps")
def _(n, rng):
    return stage(arguments=(balanced_tree(n, random_values(n, rng)), NEVER))
