"""Hidden tests of median-stack."""

import random
from bisect import bisect_left, insort

from judge.authoring import ClassTests, arrays, close, st, values


class Model:
    """The stack as a list, and the same elements in sorted order."""

    def __init__(self):
        self.items = []
        self.ordered = []

    def push(self, x):
        self.items.append(x)
        insort(self.ordered, x)

    def pop(self):
        del self.ordered[bisect_left(self.ordered, self.items.pop())]

    def top(self):
        return self.items[-1]

    def peekMedian(self):
        middle = len(self.ordered) // 2
        if len(self.ordered) % 2:
            return self.ordered[middle]
        return (self.ordered[middle - 1] + self.ordered[middle]) / 2

    def popMedian(self):
        lower = self.ordered.pop((len(self.ordered) - 1) // 2)
        at = len(self.items) - 1 - self.items[::-1].index(lower)
        return self.items.pop(at)


def allowed(model, method, args):
    if method == "push":
        return -(2**31) <= args[0] <= 2**31 - 1
    return model is None or bool(model.items)


tests = ClassTests(
    model=Model,
    arguments={"push": lambda: st.one_of(values(-2, 3), values(-30, 30), values())},
    allowed=allowed,
    grow=("push",),
    drain=("pop", "popMedian"),
    checkers={"peekMedian": close(absolute=1e-5)},
)


@tests.scenario("of equal elements the one nearest the top is removed")
def topmost_of_equals(draw):
    value, above = draw(values(-9, 9)), draw(arrays(values(-9, 9), 0, 6))
    calls = [("push", value), ("push", value + 1), ("push", value), *(("push", v) for v in above)]
    return [*calls, ("popMedian",), ("top",), ("pop",), ("top",), ("pop",), ("top",), ("peekMedian",)]


@tests.scenario("the median follows when elements are popped from the top")
def medians_after_pops(draw):
    items = draw(arrays(values(), 2, 40))
    calls = [("push", v) for v in items]
    for _ in items:
        calls += [("peekMedian",), ("top",), ("pop",)]
    return calls


@tests.scenario("a stack emptied by medians alone gives them in the right order")
def emptied_by_medians(draw):
    items = draw(arrays(st.integers(-3, 3), 1, 25))
    popped = draw(st.integers(0, len(items) - 1))
    calls = [("push", v) for v in items] + [("pop",)] * popped
    calls += [("top",), ("popMedian",), ("peekMedian",)] * (len(items) - popped)
    return calls + [call for v in items for call in (("push", v), ("peekMedian",))]


@tests.scenario("a hundred medians are taken from a few different values, then all is taken", share=0.2)
def many_medians_of_equals(draw):
    items = draw(arrays(st.integers(-2, 2), 120, 150))
    calls = [("push", v) for v in items] + [("popMedian",)] * 100
    return [*calls, *[call for _ in items[100:] for call in (("top",), ("peekMedian",), ("popMedian",))]]


@tests.scenario("of equal elements, however far below the top, the nearest is removed", share=0.3)
def equals_far_below(draw):
    rng, value = random.Random(draw(st.integers(0, 2**32))), draw(values(-9, 9))
    half = rng.choice((rng.randint(3, 20), rng.randint(21, 200)))
    bottom = [value, value + 1, value, value - 1, value]
    above = [value + sign * (1 + at % 7) for at in range(half) for sign in (1, -1)]
    rng.shuffle(above)
    calls = [("push", x) for x in bottom + above]
    return [*calls, ("popMedian",), ("peekMedian",), *[("top",), ("pop",)] * (len(calls) - 1)]


@tests.scenario("a thousand elements, all of them taken by popMedian", share=0.01)
def a_thousand_medians(draw):
    rng, spread = random.Random(draw(st.integers(0, 2**32))), draw(st.sampled_from((400, 2**31)))
    calls = [("push", rng.randrange(-spread, spread)) for _ in range(draw(st.integers(1_000, 1_050)))]
    return [*calls, *[("popMedian",)] * len(calls)]
