"""Hidden tests of upward-path-sum."""

from collections import Counter

from judge.authoring import FunctionTests, Tree, integers, st, trees


def parents_of(levels):
    """The index of each slot's parent: every node owns the next two free slots of the level order."""
    parents = [-1]
    for node, value in enumerate(levels):
        if value is not None:
            parents += [node, node]
    return parents


def upward_sums(levels):
    """The sums of all upward paths, by walking up from every node."""
    parents = parents_of(levels)
    for node, value in enumerate(levels):
        total, at = 0, node if value is not None else -1
        while at >= 0:
            total += levels[at]
            yield total
            at = parents[at]


def on_large_tree(levels, target):
    """The same answer without walking: the sums above the nodes of the current path are counted."""
    parents, children = parents_of(levels), [[] for _ in levels]
    for node in range(1, len(levels)):
        if levels[node] is not None:
            children[parents[node]].append(node)
    sums, above, pending = {-1: 0}, Counter(), [0]
    while pending:
        node = pending.pop()
        if node < 0:
            above[sums[parents[~node]]] -= 1
            continue
        sums[node] = sums[parents[node]] + levels[node]
        above[sums[parents[node]]] += 1
        if above[sums[node] - target]:
            return True
        pending += [~node, *children[node]]
    return False


def model(root, targetSum):
    levels = root.levels
    return targetSum in upward_sums(levels) if len(levels) <= 500 else on_large_tree(levels, targetSum)


tests = FunctionTests(model=model)


def with_target(tree, *others):
    """The tree with a sum that occurs in it, one next to such a sum, or any small number."""
    sums = [*dict.fromkeys(upward_sums(tree.levels[:60]))] or [0]
    targets = [st.sampled_from(sums), st.sampled_from(sums).map(lambda s: s + 1), integers(-30, 30), *others]
    return st.tuples(st.just(tree), st.one_of(targets))


def chain(values, turns):
    """A tree of one path: `turns` says for each step whether it goes to the left."""
    levels = [values[0]]
    for value, left in zip(values[1:], turns):
        levels += [value, None] if left else [None, value]
    return Tree(levels)


@tests.property("trees of all shapes", share=4.0)
def all_shapes():
    return trees(integers(-20, 20), max_size=25).flatmap(with_target)


@tests.property("values that cancel each other and add up to zero", share=2.0)
def cancelling_values():
    small = st.tuples(trees(st.integers(-2, 2), max_size=17), st.integers(-6, 6))
    positive = st.tuples(trees(st.integers(1, 3), max_size=8), st.integers(-1, 12))
    return st.one_of(small, positive)


@tests.property("values of 32 bits and large trees")
def wide_values():
    return trees(integers(), max_size=200).flatmap(with_target)


@tests.property("the smallest trees, and the empty one")
def smallest_trees():
    return st.tuples(trees(integers(-3, 3), max_size=3), st.one_of(st.just(0), integers(-9, 9)))


@tests.property("chains of more than a thousand levels", share=0.1)
def long_chains():
    def made(seed, depth):
        return chain([(seed * at * at) % 1999 - 900 for at in range(1, depth)], [seed % 3 > at % 2 for at in range(depth)])

    chains = st.builds(made, st.integers(1, 900), st.integers(1000, 2000))
    return chains.flatmap(lambda tree: with_target(tree, st.just(10**7)))


@tests.property("the deepest trees that are allowed", share=0.02)
def deepest_trees():
    def made(step, turn, bottom):
        return chain([step, -step] * 5000 + [bottom], [turn > at % 2 for at in range(10_000)])

    deepest = st.builds(made, st.integers(1, 3), st.integers(0, 2), st.integers(100, 200))
    return st.tuples(deepest.map(lambda t: Tree(t.levels[2:])), st.sampled_from((101, 150, 199, 10**6)))
