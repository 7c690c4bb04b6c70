"""Hidden tests of linked-list-cycle."""

from judge.authoring import FunctionTests, Linked, NodeIndex, integers, linked_lists, st


def model(head):
    """The judge builds the list, so it knows where the cycle begins."""
    return NodeIndex(head.cycle) if head.cycle >= 0 else None


def valid(head):
    return (
        isinstance(head, Linked)
        and all(type(value) is int for value in head.values)
        and -1 <= head.cycle < len(head.values)
    )


tests = FunctionTests(model=model, valid=valid, unchanged=True)


@tests.property("the node at which the cycle begins, or None", share=3)
def any_lists():
    return linked_lists(integers(-3, 3), 0, 60, cycles=True)


@tests.property("lists of any values, the largest too", share=1)
def any_values():
    return linked_lists(integers(-(10**30), 10**30) | integers(10**5, 10**7), 1, 12, cycles=True)


@tests.property("lists of more than a thousand nodes", share=0.01)
def long_lists():
    sizes = st.tuples(st.integers(2_500, 2_600), st.integers(-1, 2_400))
    return sizes.map(lambda size: Linked([0, 1] * (size[0] // 2), size[1]))


@tests.property("every short list with every possible cycle", share=2)
def short_lists():
    sizes = st.integers(1, 12)
    return sizes.flatmap(lambda n: st.integers(-1, n - 1).map(lambda cycle: Linked(list(range(n)), cycle)))


@tests.property("a list without a cycle, of equal values", share=1)
def no_cycle():
    return st.integers(0, 40).map(lambda count: Linked([7] * count))


@tests.property("a long way to a short cycle, and a short way to a long one", share=1)
def long_and_short():
    def lengths(tail, cycle, swap):
        tail, cycle = (cycle - 1, tail + 1) if swap else (tail, cycle)
        return Linked([0, 1] * ((tail + cycle) // 2) + [0] * ((tail + cycle) % 2), tail)

    return st.builds(lengths, st.integers(20, 120), st.integers(1, 4), st.booleans())


@tests.property("the last node points back to the first, or to itself", share=1)
def ends():
    def end(values, whole):
        return Linked(values, 0 if whole else len(values) - 1)

    return st.builds(end, st.lists(integers(0, 1), min_size=1, max_size=30), st.booleans())
