"""Hidden tests of upward-path-sum."""

from judge.authoring import FunctionTests, Tree, integers, st, trees


def upward_sums(levels):
    """The sums of all upward paths: walk up from every node, the deepest first."""
    parents = [-1]
    for node, value in enumerate(levels):  # every node owns the next two places of the level order
        parents += [node, node] if value is not None else []
    for node in range(len(levels) - 1, -1, -1):
        total, at = 0, node if levels[node] is not None else -1
        while at >= 0:
            total += levels[at]
            yield total
            at = parents[at]


tests = FunctionTests(model=lambda root, targetSum: targetSum in upward_sums(root.levels))


def with_target(tree, *others):
    """The tree with a sum that occurs in it, one next to such a sum, or any small number."""
    sums = [*dict.fromkeys(upward_sums(tree.levels[:60]))] or [0]
    targets = [st.sampled_from(sums), st.sampled_from(sums).map(lambda s: s + 1), integers(-30, 30), *others]
    return st.tuples(st.just(tree), st.one_of(targets))


def chain(values, turn):
    """A tree of one path: to the right (turn 0), to and fro (1), or to the left (2)."""
    levels = values[:1]
    for at, value in enumerate(values[1:]):
        levels += [value, None] if turn > at % 2 else [None, value]
    return Tree(levels)


@tests.property("trees of all shapes", share=4.0)
def all_shapes():
    return trees(integers(-20, 20), max_size=25).flatmap(with_target)


@tests.property("values that cancel each other and add up to zero", share=2.0)
def cancelling_values():
    small = st.tuples(trees(st.integers(-2, 2), max_size=17), st.integers(-6, 6))
    positive = st.tuples(trees(st.integers(1, 3), max_size=8), st.integers(-1, 12))
    return st.one_of(small, positive)


@tests.property("a branch that adds up to zero, beside one that has the sum", share=0.3)
def branch_of_zero():
    def made(top, value, wanted, right):
        levels = [top, wanted, value, None, None, None, -value] if right else [top, value, wanted, -value]
        return Tree(levels), wanted

    some = integers(-99, 99)
    return st.builds(made, some, some, some, st.booleans())


@tests.property("values of 32 bits and large trees")
def wide_values():
    return trees(integers(), max_size=200).flatmap(with_target)


@tests.property("the smallest trees, and the empty one")
def smallest_trees():
    return st.tuples(trees(integers(-3, 3), max_size=3), st.one_of(st.just(0), integers(-9, 9)))


@tests.property("chains of more than a thousand levels, with long paths", share=0.08)
def long_chains():
    def made(seed, depth, turn, low):
        values = [seed * at * at % 1999 - low for at in range(1, depth)]
        targets = (sum(values), sum(values[1:]), sum(values[:-1]), values[depth // 2], 10**7)
        return st.tuples(st.just(chain(values, turn)), st.sampled_from(targets))

    drawn = (st.integers(1, 900), st.integers(1000, 1500), st.integers(0, 2), st.sampled_from((-1, 900)))
    return st.tuples(*drawn).flatmap(lambda four: made(*four))


@tests.property("the deepest trees that are allowed", share=0.02)
def deepest_trees():
    """Only paths from the lowest node have the target, so that the model need not walk far."""

    def made(step, turn, bottom, extra):
        return chain([step, -step] * 4999 + [step, bottom], turn), bottom + extra * step

    return st.builds(made, st.integers(1, 3), st.integers(0, 2), st.integers(100, 200), st.integers(0, 1))
