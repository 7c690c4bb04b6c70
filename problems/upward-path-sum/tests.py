"""Hidden tests of upward-path-sum."""

import random

from judge.authoring import FunctionTests, Tree, integers, st, trees


def parents_of(levels):
    """The parent of every place of the order; -1 for the top."""
    owners = [node for node, value in enumerate(levels) if value is not None]
    return [-1, *(node for node in owners for _ in "lr")]  # each owns the next two places


def upward_sums(levels):
    """The sums of all upward paths: walk up from every node, the deepest first."""
    parents = parents_of(levels)
    for node in range(len(levels) - 1, -1, -1):
        total, at = 0, node if levels[node] is not None else -1
        while at >= 0:
            total += levels[at]
            yield total
            at = parents[at]


def has_upward_sum(root, targetSum):
    """On the way up from a leaf, the sums at two places differ by the target: quick on chains too."""
    levels, parents = root.levels, parents_of(root.levels)
    inner = {parents[node] for node, value in enumerate(levels) if value is not None}
    for node, value in enumerate(levels):
        below, total, at = {0}, 0, -1 if value is None or node in inner else node
        while at >= 0:
            total += levels[at]
            if total - targetSum in below:
                return True
            below.add(total)
            at = parents[at]
    return False


def fits(root, targetSum):
    """All integers are of 32 bits, and there are neither too many nodes nor too many levels."""
    depths = {-1: 0}
    for node, (parent, value) in enumerate(zip(parents_of(root.levels), root.levels, strict=False)):
        if value is not None:
            depths[node] = depths[parent] + 1
    fitting = all(value is None or -(2**31) <= value < 2**31 for value in (targetSum, *root.levels))
    return fitting and len(depths) <= 100_001 and max(depths.values()) <= 10_000


tests = FunctionTests(model=has_upward_sum, valid=fits)


def wrapped(total):
    """What is left of a sum in 32 bits: the sum itself where it fits."""
    return (total + 2**31) % 2**32 - 2**31


def with_target(tree):
    """The tree with a sum that occurs in it, one next to such a sum, or any small number."""
    sums = [*dict.fromkeys(map(wrapped, upward_sums(tree.levels[:60])))] or [0]
    near = st.sampled_from(sums).map(lambda total: wrapped(total + 1))
    return st.tuples(st.just(tree), st.one_of(st.sampled_from(sums), near, integers(-30, 30)))


def chain(values, turn):
    """A tree of one path: to the right (turn 0), to and fro (1), or to the left (2)."""
    pairs = ((value, None) if turn > at % 2 else (None, value) for at, value in enumerate(values[1:]))
    return Tree([values[0], *(child for pair in pairs for child in pair)])


def one_path(seed, size, shape, kind):
    """A tree whose paths differ in their sums, and the sum of one of them, or what a mistake takes for one.

    It begins with a chain of `stem` nodes, and arms of `arm` nodes hang from its end and from one another.
    """
    rng, (stem, arm) = random.Random(seed), shape
    children = [[None, None] for _ in range(size)]
    for node in range(1, size):
        goes_on = node <= stem or (node - stem) % arm
        at = node - 1 if goes_on else rng.randrange(stem, (stem + node + 1) // 2)
        while None not in children[at]:
            at = rng.choice(children[at])
        children[at][rng.choice([side for side in (0, 1) if children[at][side] is None])] = node
    values = [rng.randint(-(10**6), 10**6) for _ in range(size)]

    def down(node):
        """From a node to one below it, rather one that forks."""
        path = []
        while node is not None:
            path.append(node)
            node = rng.choice([child for child in children[node] if child is not None] or [None])
        ends = [at for at, node in enumerate(path, 1) if None not in children[node] or rng.random() < 0.02]
        return path[: max(rng.choice(ends or [len(path) // 2 + 1]) for _ in "12")]

    def total(path):
        return sum(values[node] for node in path)

    fork = min(rng.choice([node for node in range(size) if None not in children[node]]) for _ in "12")
    path, beside = map(down, children[fork][:: rng.choice((1, -1, -1, -1))])
    if kind == "forgotten":
        values[beside[-1]] -= total(beside)
    target = total(path)
    if kind == "leaked":
        target -= total(beside)
    if kind == "anywhere":
        target = total(down(rng.randrange(rng.choice((1, size)))))
    row, levels = [0], []
    for node in row:
        levels.append(None if node is None else values[node])
        row += children[node] if node is not None else ()
    return Tree(levels), target


@tests.property("one path alone has the sum, or nearly, in a tree of any size", share=3.0)
def one_path_alone():
    def sized(size):
        arms = (0, size // 3), (10, size // 4), (size // 5, size // 4)
        shapes = st.sampled_from(((0, 1), *arms, (size - 8, 2)))
        kinds = st.sampled_from((*["forgotten"] * 3, *["leaked", "anywhere"] * 2))
        return st.builds(one_path, st.integers(0, 2**32), st.just(size), shapes, kinds)

    return st.one_of(st.integers(20, 50), st.integers(50, 200), st.integers(200, 400)).flatmap(sized)


@tests.property("trees of all shapes", share=4.0)
def all_shapes():
    return trees(integers(-20, 20), max_size=25).flatmap(with_target)


@tests.property("values that cancel each other and add up to zero", share=2.0)
def cancelling_values():
    small = st.tuples(trees(st.integers(-2, 2), max_size=17), st.integers(-6, 6))
    positive = st.tuples(trees(st.integers(1, 3), max_size=8), st.integers(-1, 12))
    return st.one_of(small, positive)


@tests.property("a branch that starts with zero, or adds up to it, beside one that has the sum", share=1.0)
def branch_of_zero():
    def made(seed):
        rng = random.Random(seed)
        top, number, goal = rng.randint(-99, 99), rng.randint(-99, 99), rng.randint(200, 999)
        value, end = rng.choice(((0, number), (number, -number)))
        below = [*[None] * rng.randint(0, 1), end]
        return Tree(rng.choice(([top, goal, value, None, None, *below], [top, value, goal, *below]))), goal

    return st.integers(0, 2**32).map(made)


@tests.property("a path that passes its sum and comes back to it", share=0.3)
def past_the_target():
    def made(goal, past, turn):
        return chain([goal + past, -past], turn), goal

    return st.builds(made, st.integers(0, 50), st.integers(1, 50), st.sampled_from((0, 2)))


@tests.property("values of 32 bits and large trees", share=1.5)
def wide_values():
    wide = st.one_of(integers(), st.integers(2**30, 2**31 - 1).map(lambda value: value * (-1) ** value))
    return trees(wide, max_size=200).flatmap(with_target)


@tests.property("a sum of more than 32 bits, and the path below it", share=0.5)
def below_a_large_sum():
    def made(large, path, rest, sign, turn):
        return chain([sign * value for value in (*large, *path, *rest)], turn), sign * sum(path)

    count = st.sampled_from((1, 1, 2, 2, 6, 12, 40, 500))  # up to 40 bits: no sum stands for infinity
    huge = count.flatmap(lambda n: st.lists(st.integers(2**31 - 99, 2**31 - 1), min_size=n, max_size=n))
    small = st.lists(st.integers(1, 99), min_size=1, max_size=3)
    rest = st.lists(st.integers(100, 999), max_size=2)
    return st.builds(made, huge, small, rest, st.sampled_from((1, -1)), st.integers(0, 2))


@tests.property("what 32 bits keep of a larger sum is not its sum", share=0.15)
def beyond_32_bits():
    def made(large, rest, sign, turn):
        return chain([sign * value for value in (*large, *rest)], turn), wrapped(sign * sum(large))

    large = st.lists(st.integers(2**31 - 99, 2**31 - 1), min_size=2, max_size=4)
    rest = st.lists(st.integers(100, 999), max_size=2)
    return st.builds(made, large, rest, st.sampled_from((1, -1)), st.integers(0, 2))


@tests.property("the smallest trees, and the empty one")
def smallest_trees():
    return st.tuples(trees(integers(-3, 3), max_size=3), st.one_of(st.just(0), integers(-9, 9)))


@tests.property("chains of more than a thousand levels, with long paths", share=0.08)
def long_chains():
    def made(seed, depth, turn, low, which):
        values = [seed * at * at % 1999 - low for at in range(1, depth)]
        targets = (sum(values), sum(values[1:]), sum(values[:-1]), values[depth // 2], 10**7)
        return chain(values, turn), targets[which]

    sizes, turns, lows = st.integers(1000, 1500), st.integers(0, 2), st.sampled_from((-1, 900))
    return st.builds(made, st.integers(1, 900), sizes, turns, lows, st.integers(0, 4))


@tests.property("the deepest trees that are allowed", share=0.02)
def deepest_trees():
    def made(top, step, turn, end):  # only the longest path has the target
        return chain([top, *[step, -step] * 4999, end], turn), top + end

    tops, ends = st.integers(300, 400), st.integers(100, 200)
    return st.builds(made, tops, st.integers(1, 3), st.integers(0, 2), ends)
