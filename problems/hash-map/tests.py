"""Hidden tests of hash-map."""

import random

from judge.authoring import ClassTests, st, values

TOP_KEY, TOP_VALUE = 10**12, 10**9


class Model:
    """The language's own map."""

    def __init__(self):
        self.pairs = {}

    def put(self, key, value):
        self.pairs[key] = value

    def get(self, key):
        return self.pairs.get(key, -1)

    def remove(self, key):
        self.pairs.pop(key, None)


def allowed(model, method, args):
    return method == "__init__" or (0 <= args[0] <= TOP_KEY and (len(args) == 1 or 0 <= args[1] <= TOP_VALUE))


def keys():
    """Few small keys, which come again; multiples of powers of two; any."""
    small = st.integers(0, 12)
    multiples = st.builds(lambda i, shift: i << shift, small, st.sampled_from((4, 8, 16, 20)))
    return st.one_of(small, small, multiples, st.integers(0, TOP_KEY))


tests = ClassTests(
    model=Model,
    arguments={"put": lambda: st.tuples(keys(), values(0, TOP_VALUE)), "get": keys, "remove": keys},
    allowed=allowed,
    grow=("put",),
    drain=("remove",),
)


@tests.scenario("many keys, all of them found, replaced and removed again")
def many_keys(draw):
    count, step = draw(st.sampled_from((5, 9, 20, 70))), draw(st.sampled_from((1, 7, 16, 1000, 1 << 20)))
    start = draw(st.integers(0, 1000))
    chosen = [start + i * step for i in range(count)]
    calls = [("put", key, i) for i, key in enumerate(chosen)] + [("get", key) for key in chosen]
    for key in chosen[::2]:
        calls += [("put", key, 5), ("remove", key), ("get", key), ("remove", key)]
    calls += [("get", key) for key in chosen] + [("put", key, 8) for key in chosen]
    return [*calls, ("get", chosen[0])]


@tests.scenario("one key stored and removed again and again among others")
def comings_and_goings(draw):
    kept, others = draw(keys()), draw(st.lists(keys(), min_size=1, max_size=6))
    calls = [("put", kept, 0)]
    for value, key in enumerate(others * draw(st.sampled_from((1, 3, 6)))):
        calls += [("put", key, value), ("get", key), ("remove", key), ("get", key), ("get", kept)]
    return calls


@tests.scenario("some of a few keys are removed, and all are asked for", share=2)
def a_few_of_a_few(draw):
    chosen = draw(st.lists(st.integers(0, TOP_KEY) | st.integers(0, 40), min_size=3, max_size=9, unique=True))
    calls = [("put", key, value) for value, key in enumerate(chosen)]
    calls += [("remove", key) for key in chosen[: draw(st.integers(1, 2))]]
    return [*calls, *[("get", key) for key in chosen]]


@tests.scenario("any of some dozens of keys are removed, and all are asked for", share=2)
def some_of_dozens(draw):
    """Enough of them share a bucket, and those that go stand anywhere in it."""
    rng, count = random.Random(draw(st.integers(0, 2**32))), draw(st.sampled_from((12, 25, 60)))
    chosen = rng.sample(range(draw(st.sampled_from((100, TOP_KEY)))), count)
    calls = [("put", key, value) for value, key in enumerate(chosen)]
    calls += [("remove", key) for key in rng.sample(chosen, count // 3)]
    return [*calls, *[("get", key) for key in chosen]]


@tests.scenario("most of the keys are removed, and all are asked for", share=2.5)
def shrinking(draw):
    """A table that gives room back must take along what stays, down to the last one."""
    rng, count = random.Random(draw(st.integers(0, 2**32))), draw(st.sampled_from((9, 17, 33, 40, 66, 140)))
    chosen = rng.sample(range(count if draw(st.booleans()) else TOP_KEY), count)
    calls, left = [("put", key, value) for value, key in enumerate(chosen)], rng.sample(chosen, count)
    for _ in range(count - draw(st.integers(0, 3))):
        calls += [("remove", left.pop())] + [("get", key) for key in left[:: len(left) // 3 + 1]]
    return calls + [("get", key) for key in chosen[:40]] + [("put", chosen[0], 1), ("get", chosen[0])]


@tests.scenario("thousands of keys, after as many that were not there were removed", share=0.01)
def thousands(draw):
    count, step = draw(st.integers(2_060, 2_200)), draw(st.sampled_from((1, 16, 1 << 20)))
    calls = [("remove", draw(keys()))] * count + [("put", key * step, key) for key in range(count)]
    return [*calls, *[("get", key * step) for key in range(0, count, 3)], ("get", count * step)]


@tests.scenario("keys that differ by a round number are different keys", share=2.5)
def round_differences(draw):
    key, by = draw(st.integers(0, 99)), draw(st.sampled_from(ROUND))
    calls = [("put", key, 1), ("get", key + by), ("put", key + by, 2), ("get", key), ("get", key + by)]
    return [*calls, ("remove", key), ("get", key + by), ("get", key), ("remove", key + by), ("get", key + by)]


PRIMES = (997, 1009, 2069, 10007, 65537, 999983, 1000003, 10**9 + 7, 10**9 + 9, 998244353)
ROUND = (*(10**i for i in range(1, 12)), *(1 << i for i in range(3, 40)), *PRIMES)
