"""Hidden tests of min-heap."""

import random
from bisect import insort

from judge.authoring import ClassTests, arrays, st, values


class Model:
    """The elements in descending order, the smallest at the end."""

    def __init__(self, items):
        self.items = sorted(items, reverse=True)

    def insert(self, x):
        insort(self.items, x, key=lambda element: -element)

    def extractMin(self):
        return self.items.pop()

    def peekMin(self):
        return self.items[-1]


def in_range(x):
    return -(2**31) <= x <= 2**31 - 1


def allowed(model, method, args):
    if method == "__init__":
        return all(in_range(x) for x in args[0])
    return in_range(args[0]) if method == "insert" else bool(model.items)


def numbers():
    return st.one_of(values(-5, 5), values())


tests = ClassTests(
    model=Model,
    arguments={"__init__": lambda: arrays(numbers(), 0, 64), "insert": numbers},
    allowed=allowed,
    grow=("insert",),
    drain=("extractMin",),
)


@tests.scenario("what was given to the constructor comes out in ascending order", share=2)
def emptied(draw):
    items = draw(arrays(numbers(), 1, 40))
    return [("__init__", items)] + [("peekMin",), ("extractMin",)] * len(items)


@tests.scenario("a large heap, in any order or in falling order, comes out ascending", share=0.2)
def large(draw):
    rng, count = random.Random(draw(st.integers(0, 2**32))), draw(st.integers(65, 400))
    items = draw(st.sampled_from((range(count, 0, -1), rng.sample(range(count), count))))
    given = draw(st.sampled_from((0, count)))
    calls = [("__init__", list(items[:given]))] + [("insert", x) for x in items[given:]]
    return calls + [("extractMin",)] * count


@tests.scenario("thousands of elements are kept", share=0.01)
def thousands(draw):
    """Levels enough for a loop that stops after ten of them, and more than a first table holds."""
    rng, count = random.Random(draw(st.integers(0, 2**32))), draw(st.integers(3_200, 3_600))
    calls = [("__init__", []), *[("insert", x) for x in range(2_100, 0, -1)], *[("extractMin",)] * 99]
    return [*calls, ("b.__init__", rng.sample(range(count), count)), *[("b.extractMin",)] * count]


@tests.scenario("a small heap in every order of its elements", share=2)
def small_heaps(draw):
    items = draw(st.permutations(range(draw(st.integers(1, 9)))))
    built = draw(st.integers(0, len(items)))
    calls = [("__init__", list(items[:built]))] + [("insert", x) for x in items[built:]]
    return calls + [("peekMin",), ("extractMin",)] * len(items) + [("insert", 4), ("peekMin",)]
