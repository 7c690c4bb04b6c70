"""Hidden tests of queue-using-two-stacks."""

from judge.authoring import ClassTests, arrays, st, values


class Model:
    """The queue as a list, the front first."""

    def __init__(self):
        self.items = []

    def push(self, x):
        self.items.append(x)

    def pop(self):
        return self.items.pop(0)

    def peek(self):
        return self.items[0]

    def empty(self):
        return not self.items


def allowed(model, method, args):
    if method == "push":
        return -(2**31) <= args[0] <= 2**31 - 1
    return model is None or method == "empty" or bool(model.items)


tests = ClassTests(
    model=Model,
    arguments={"push": lambda: values()},
    allowed=allowed,
    grow=("push",),
    drain=("pop",),
)


@tests.scenario("elements leave in the order in which they came, whenever they came")
def pushes_between_pops(draw):
    before, between, after = (draw(arrays(values(), 1, 8)) for _ in range(3))
    calls = [("push", v) for v in before] + [("pop",)]
    calls += [("push", v) for v in between] + [("peek",), ("pop",), ("empty",)]
    calls += [("push", v) for v in after]
    for _ in range(len(before) + len(between) + len(after) - 2):
        calls += [("peek",), ("pop",), ("empty",)]
    return calls


@tests.scenario("looking at the front changes nothing")
def peeks(draw):
    first, second = draw(values()), draw(values())
    return [
        ("push", first), ("peek",), ("push", second), ("peek",), ("peek",), ("empty",),
        ("pop",), ("peek",), ("empty",), ("pop",), ("empty",),
    ]  # fmt: skip


@tests.scenario("a long queue is not empty until its last element has left", share=0.01)
def long_queue(draw):
    items = range(draw(st.integers(1_030, 1_100)))
    calls = [call for v in items for call in (("push", v), ("empty",))]
    return [*calls, *[("pop",)] * len(items), ("empty",)]


@tests.scenario("a long queue of equal elements has each of them", share=0.01)
def long_and_equal(draw):
    count, value = draw(st.integers(1_030, 1_100)), draw(values())
    return [("push", value)] * count + [("pop",), ("empty",)] * count


@tests.scenario("filled and emptied again and again it keeps the order, at every length", share=0.01)
def fills(draw):
    start, most = draw(values()), draw(st.integers(36, 48))
    calls = []
    for size in range(1, most):
        calls += [("push", (start + v) % 2**31) for v in range(size)] + [("pop",)] * size
    return [*calls, ("empty",)]
