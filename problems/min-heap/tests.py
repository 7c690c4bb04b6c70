"""Hidden tests of min-heap."""

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


@tests.scenario("a small heap in every order of its elements", share=2)
def small_heaps(draw):
    items = draw(st.permutations(range(draw(st.integers(1, 9)))))
    built = draw(st.integers(0, len(items)))
    calls = [("__init__", list(items[:built]))] + [("insert", x) for x in items[built:]]
    return calls + [("peekMin",), ("extractMin",)] * len(items) + [("insert", 4), ("peekMin",)]
