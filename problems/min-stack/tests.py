"""Hidden tests of min-stack."""

import random

from judge.authoring import ClassTests, st, values


class Model:
    """The stack as a list; the minimum by looking at every element."""

    def __init__(self):
        self.items = []

    def push(self, val):
        self.items.append(val)

    def pop(self):
        self.items.pop()

    def top(self):
        return self.items[-1]

    def getMin(self):
        return min(self.items)


def allowed(model, method, args):
    if method == "push":
        return -(2**33) <= args[0] <= 2**33
    return model is None or bool(model.items)


tests = ClassTests(
    model=Model,
    arguments={"push": lambda: values(-(2**33), 2**33)},
    allowed=allowed,
    grow=("push",),
    drain=("pop",),
)


@tests.scenario("equal minima are counted one by one")
def equal_minima(draw):
    value = draw(values())
    return [("push", value), ("push", value), ("pop",), ("getMin",), ("top",)]


@tests.scenario("dozens and hundreds of equal minima are counted too", share=0.3)
def many_equal_minima(draw):
    low = draw(values(-9, 9))
    count = draw(st.one_of(st.integers(17, 64), st.integers(65, 256), st.integers(257, 400)))
    between = draw(st.sampled_from(((), (("push", low + 2),))))
    run = [("push", low), *between] * count
    return [("push", low + 1), *run, *[("pop",), ("getMin",)] * len(run)]


@tests.scenario("the minimum comes back after two pops above it")
def two_pops_above_the_minimum(draw):
    low = draw(values(-1000, 1000))
    return [
        ("push", low), ("push", low + 5), ("push", low + 3),
        ("pop",), ("getMin",), ("pop",), ("getMin",), ("top",),
    ]  # fmt: skip


@tests.scenario("each element is a new minimum, and they go one by one")
def lower_and_lower(draw):
    highest = draw(st.one_of(st.integers(-1, 2), values(-1000, 1000)))
    pushes = [("push", highest - at) for at in range(draw(st.integers(2, 4)))]
    return [*pushes, ("getMin",), *[("pop",), ("getMin",), ("top",)] * (len(pushes) - 1)]


@tests.scenario("a stack that was emptied starts anew")
def emptied_and_filled(draw):
    first, second = draw(values()), draw(values())
    return [("push", first), ("getMin",), ("pop",), ("push", second), ("getMin",), ("top",)]


@tests.scenario("no value that fits into 32 bits", share=0.3)
def beyond_32_bits(draw):
    sign = draw(st.sampled_from((1, -1)))
    first, second = (sign * draw(st.integers(2**31, 2**33)) for _ in range(2))
    return [("push", first), ("getMin",), ("push", second), ("getMin",), ("pop",), ("getMin",)]


def pushes(draw, size):
    rng = random.Random(draw(st.integers(0, 2**32)))
    return [("push", rng.randrange(-at - 9, size)) for at in range(size)]


@tests.scenario("a stack that grows large and is emptied to the bottom, asked all the way", share=0.05)
def emptied_to_the_bottom(draw):
    size = draw(st.sampled_from((40, 1100)))
    return [*pushes(draw, size), *[("getMin",), ("pop",), ("top",)] * (size - 1), ("getMin",)]


@tests.scenario("more than a thousand elements, asked when most are gone again", share=0.01)
def asked_near_the_bottom(draw):
    return [*pushes(draw, 1300), ("getMin",), *[("pop",)] * 1050, *[("getMin",), ("pop",), ("top",)] * 249]
