"""Hidden tests of streaming-median."""

import random
from bisect import insort

from judge.authoring import ClassTests, close, st, values


class Model:
    """All numbers in sorted order; the median is read off the middle."""

    def __init__(self):
        self.ordered = []

    def addNum(self, num):
        insort(self.ordered, num)

    def findMedian(self):
        n = len(self.ordered)
        return (self.ordered[(n - 1) // 2] + self.ordered[n // 2]) / 2


def allowed(model, method, args):
    if method == "addNum":
        return -(2**31) <= args[0] <= 2**31 - 1
    return model is None or bool(model.ordered)


tests = ClassTests(
    model=Model,
    arguments={"addNum": lambda: values()},
    allowed=allowed,
    grow=("addNum",),
    checkers={"findMedian": close(absolute=1e-5)},
)


def asked_after_each(numbers):
    return [call for number in numbers for call in (("addNum", number), ("findMedian",))]


@tests.scenario("the median after every number of a short stream")
def short_streams(draw):
    return asked_after_each(draw(st.lists(values(), min_size=1, max_size=8)))


@tests.scenario("equal numbers count as often as they come")
def few_distinct_numbers(draw):
    pool = draw(st.lists(values(-300, 300), min_size=2, max_size=3))
    return asked_after_each(draw(st.lists(st.sampled_from(pool), min_size=3, max_size=20)))


@tests.scenario("numbers that come in order")
def ordered_streams(draw):
    first, step = draw(values(-(2**20), 2**20)), draw(st.sampled_from((-257, -2, -1, 1, 3, 1000)))
    return asked_after_each([first + step * at for at in range(draw(st.integers(1, 40)))])


@tests.scenario("thousands of numbers, asked now and then", share=0.01)
def thousands(draw):
    rng, spread = random.Random(draw(st.integers(0, 2**32))), draw(st.sampled_from((300, 2**31)))
    numbers = [rng.randrange(-spread, spread) for _ in range(draw(st.integers(2_100, 2_400)))]
    return [
        call
        for at, number in enumerate(numbers)
        for call in (("addNum", number), ("findMedian",))[: 1 + (at % 40 < 2)]
    ]


@tests.scenario("a few questions about a long stream")
def rarely_asked(draw):
    rng = random.Random(draw(st.integers(0, 2**32)))
    spread = draw(st.sampled_from((3, 1000, 2**31)))
    calls = [("addNum", rng.randrange(-spread, spread)) for _ in range(draw(st.integers(50, 300)))]
    return [*calls, ("findMedian",), *calls[:1], ("findMedian",), ("findMedian",)]
