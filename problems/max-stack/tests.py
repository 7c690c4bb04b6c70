"""Hidden tests of max-stack."""

import random

from judge.authoring import ClassTests, st, values


class Model:
    """The stack as a list; the maximum by looking at every element."""

    def __init__(self):
        self.items = []

    def push(self, x):
        self.items.append(x)

    def pop(self):
        return self.items.pop()

    def top(self):
        return self.items[-1]

    def peekMax(self):
        return max(self.items)

    def popMax(self):
        largest = max(self.items)
        at = len(self.items) - 1
        while self.items[at] != largest:
            at -= 1
        return self.items.pop(at)


def allowed(model, method, args):
    if method == "push":
        return -(2**31) <= args[0] <= 2**31 - 1
    return model is None or bool(model.items)


tests = ClassTests(
    model=Model,
    arguments={"push": lambda: values()},
    allowed=allowed,
    grow=("push",),
    drain=("pop", "popMax"),
)


@tests.scenario("of equal largest elements the one nearest the top goes")
def equal_maxima(draw):
    high = draw(values(0, 2**31 - 1))
    low, lower = high - 1, high - 2
    pushes = [("push", x) for x in (high, low, high, lower)]
    return [*pushes, ("popMax",), ("top",), ("pop",), ("top",), ("peekMax",), ("pop",), ("top",)]


@tests.scenario("the largest element is at the bottom")
def maximum_at_the_bottom(draw):
    high = draw(values(-1000, 2**31 - 1))
    others = draw(st.lists(st.integers(-2000, -1001), min_size=1, max_size=6))
    pushes = [("push", x) for x in (high, *others)]
    return [*pushes, ("popMax",), ("peekMax",), ("top",), ("push", high), ("peekMax",), ("pop",), ("top",)]


@tests.scenario("a value that was removed is pushed again")
def removed_and_pushed_again(draw):
    value = draw(values(0, 2**31 - 1))
    above = draw(st.integers(-1000, -1))
    calls = [("push", value), ("push", above), ("popMax",), ("push", value), ("peekMax",), ("top",)]
    return [*calls, ("pop",), ("top",), ("peekMax",), ("push", value), ("popMax",), ("top",)]


@tests.scenario("an equal one takes the place of the largest that was removed")
def in_the_place_of_the_largest(draw):
    high, low = draw(values(0, 2**31 - 1)), draw(st.integers(-1000, -1))
    calls = [("push", low), ("push", high), ("popMax",), ("push", high), ("peekMax",)]
    return [*calls, (draw(st.sampled_from(("pop", "popMax"))),), ("peekMax",), ("top",)]


@tests.scenario("a stack that was emptied starts anew")
def emptied_and_filled(draw):
    first, second = draw(values()), draw(values())
    remove = draw(st.sampled_from(("pop", "popMax")))
    calls = [("push", first), ("push", second), ("popMax",), (remove,), ("push", second)]
    return [*calls, ("peekMax",), ("top",), ("push", first), ("peekMax",), ("popMax",), ("pop",)]


@tests.scenario("equal largest elements over a stack that was popped", share=0.7)
def equals_after_pops(draw):
    high, count = draw(values(0, 2**31 - 1)), draw(st.integers(1, 5))
    low, removals = high - draw(st.integers(0, 2)), draw(st.integers(0, count))
    calls = [*[("push", low)] * count, *[("pop",)] * removals]
    calls += [("push", high), *[("push", high - 1)] * draw(st.integers(0, 2)), ("push", high)]
    return [*calls, ("popMax",), ("top",), ("popMax",), *[("top",), ("pop",)] * (count - removals)]


@tests.scenario("in a stack of any size the equal largest element nearest the top goes", share=0.8)
def equals_in_any_size(draw):
    rng = random.Random(draw(st.integers(0, 2**32)))
    size = int(2 ** rng.uniform(3.2, 9.8))  # 9 to 890, those of every length as often
    items, high = [rng.randrange(-size, 0) for _ in range(size)], draw(values(0, 2**31 - 1))
    for at in rng.sample(range(size), rng.randint(2, 4)):
        items[at] = high
    return [*[("push", x) for x in items], ("popMax",), ("peekMax",), ("top",), *[("pop",)] * (size - 1)]


@tests.scenario("pushed in falling order and mostly popped again, then larger ones come", share=0.04)
def larger_ones_after_pops(draw):
    """Where the elements are kept in order, in parts of some hundreds, the first part is empty by then."""
    size = draw(st.integers(520, 700))
    calls = [("push", size - at) for at in range(size)] + [("pop",)] * (size - draw(st.integers(90, 200)))
    calls += [("push", size + more) for more in (3, 9, 6)]
    return [*calls, *[("peekMax",), ("popMax",)] * 5, ("top",)]


@tests.scenario("thousands of equal largest elements", share=0.01)
def thousands_of_equals(draw):
    high = draw(values(0, 2**31 - 1))
    pushes = [("push", high - at % 2) for at in range(draw(st.integers(4200, 4500)))]
    return [*pushes, *[("popMax",), ("top",), ("pop",), ("top",)] * 20]


@tests.scenario("more than a thousand are popped, and then the largest are asked for", share=0.01)
def asked_after_a_thousand_pops(draw):
    first, step = draw(st.integers(0, 10**6)), draw(st.sampled_from((7919, 104_729, 611_953)))
    pushes = [("push", (first + at * step) % 1_000_003) for at in range(2600)]
    return [*pushes, *[("pop",)] * 1400, *[("popMax",), ("peekMax",)] * 60, ("top",)]


@tests.scenario("a stack that grows large and is emptied to the bottom", share=0.06)
def emptied_to_the_bottom(draw):
    rng, size = random.Random(draw(st.integers(0, 2**32))), draw(st.sampled_from((40, 300, 1300)))
    remove = [(draw(st.sampled_from(("pop", "popMax", "top"))),), ("pop",), ("popMax",), ("peekMax",)]
    return [
        *[("push", rng.randrange(size)) for _ in range(size)],
        *[rng.choice(remove) for _ in range(2 * size)],
    ]
