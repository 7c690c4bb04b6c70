"""Hidden tests of lru-cache."""

import random

from judge.authoring import ClassTests, integers, st, values


class Model:
    """The values in a dictionary, the keys in a list by last use."""

    def __init__(self, capacity):
        self.capacity, self.values, self.used = capacity, {}, []

    def get(self, key):
        if key not in self.values:
            return -1
        self.used.remove(key)
        self.used.append(key)
        return self.values[key]

    def put(self, key, value):
        if key in self.values:
            self.used.remove(key)
        elif len(self.used) == self.capacity:
            del self.values[self.used.pop(0)]
        self.values[key] = value
        self.used.append(key)


def keys():
    """Few keys, so that they meet again; sometimes any."""
    return st.one_of(st.integers(0, 3), st.integers(-2, 9), st.integers(1000, 1005), values())


tests = ClassTests(
    model=Model,
    arguments={
        "__init__": lambda: st.sampled_from((1, 1, 2, 2, 3, 3, 4, 5, 7, 12, 50)),
        "get": keys,
        "put": lambda: st.tuples(keys(), values()),
    },
    allowed=lambda model, method, args: model is not None or args[0] >= 1,
    grow=("put",),
)


def puts(some):
    return [("put", key, key ^ 64) for key in some]


@tests.scenario("a key that was got is kept, the other is dropped")
def got_key_is_kept(draw):
    a, b, c = draw(st.lists(keys(), min_size=3, max_size=3, unique=True))
    calls = [("__init__", 2), *puts([a, b]), ("get", a), ("put", c, 0)]
    return [*calls, ("get", a), ("get", b), ("get", c)]


@tests.scenario("putting a key again gives it a new value, uses it and drops nothing")
def put_again(draw):
    size = draw(st.integers(1, 5))
    some = draw(st.lists(keys(), min_size=size + 1, max_size=size + 1, unique=True))
    calls = [("__init__", size), *puts(some[:size]), *puts(some[:1]), ("put", some[0], draw(values(-1, 1)))]
    asked = [("get", key) for key in draw(st.permutations(some))]
    return [*calls, *asked, *puts(some[:1]), ("put", some[-1], 5), *asked]


@tests.scenario("a large cache that is filled, used in another order, and filled beyond", share=0.2)
def large_cache(draw):
    rng = random.Random(draw(st.integers(0, 2**32)))
    size = draw(st.sampled_from((13, 64, 300, 1100)))
    some = rng.sample(range(-size, 3 * size), size + size // 4)
    got = rng.sample(some[:size], size // 3)
    calls = [("__init__", size), *puts(some[:size]), *(("get", key) for key in got), *puts(some[size:])]
    return [*calls, *(("get", key) for key in rng.sample(some, 30 if size > 64 else 13))]


@tests.scenario("some keys are used thousands of times, and then others are dropped", share=0.01)
def some_keys_used_on_and_on(draw):
    size, uses = draw(st.integers(3, 9)), draw(st.integers(6100, 6300))
    some = draw(st.permutations(range(2 * size)))
    *few, much = draw(st.permutations(some[: draw(st.integers(1, size))]))
    used = [("get", key) for key in [*few, *few, *[much] * uses]]
    calls = [("__init__", size), *puts(some[:size]), *used]
    return [
        *calls,
        *puts(some[size : size + draw(st.integers(1, size - 1))]),
        *(("get", key) for key in some),
    ]


@tests.scenario("two caches of different capacity, and keys that come back")
def two_capacities(draw):
    a, b, c = draw(st.lists(keys(), min_size=3, max_size=3, unique=True))
    calls = [("__init__", 2), ("b.__init__", 1), *puts([a, b]), ("get", a), ("get", b), ("b.put", a, 3)]
    calls += [("b.put", b, draw(integers(-1, 1))), ("b.get", a), ("b.put", a, 5), ("b.get", a), ("b.get", b)]
    return [*calls, *puts([c, a]), ("get", b), ("get", a), ("get", c)]
