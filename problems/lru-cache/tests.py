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


def allowed(model, method, args):
    if method == "__init__":
        return 1 <= args[0] <= 100_000
    return all(-(2**31) <= number < 2**31 for number in args)


def keys():
    """Few keys, so that they meet again; sometimes any."""
    return st.one_of(st.integers(0, 3), st.integers(-2, 9), st.integers(1000, 1005), values())


tests = ClassTests(
    model=Model,
    arguments={
        "__init__": lambda: st.sampled_from((1, 1, 2, 2, 3, 3, 4, 5, 6, 9, 40)),
        "get": keys,
        "put": lambda: st.tuples(keys(), values()),
    },
    allowed=allowed,
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
    return [*calls, *asked, *puts(some[:1]), ("get", some[0]), ("put", some[-1], 5), *asked]


@tests.scenario("a cache of any size, used in every way before it is full and after", share=1)
def any_size(draw):
    rng = random.Random(draw(st.integers(0, 2**32)))
    size = rng.choice((rng.randint(3, 16), rng.randint(17, 66)))
    some = rng.sample(range(-size, 3 * size), size + rng.randint(2, size + 2))
    calls = [("__init__", size)]
    for at, key in enumerate(some):
        calls.append(("put", key, rng.choice(VALUES)))
        if rng.random() < 0.7:
            calls.append(use(rng, some[rng.choice((rng.randint(0, at), max(0, at - 1)))]))
    return [*calls, *(("get", key) for key in some)]


VALUES = (-1, 0, 7, -(2**31), 2**31 - 1)


def use(rng, key):
    return rng.choice((("get", key), ("put", key, rng.choice(VALUES))))


@tests.scenario("a large cache that is filled, used in another order, and filled beyond", share=0.2)
def large_cache(draw):
    rng = random.Random(draw(st.integers(0, 2**32)))
    size = draw(st.sampled_from((64, 100, 256, 300, 1000, 1100)))
    some = rng.sample(range(-size, 3 * size), size + size // 4)
    used = rng.sample(some[:size], size // 3)
    unused = [key for key in some[:size] if key not in used]
    calls = [("__init__", size), *puts(some[:size]), *(use(rng, key) for key in used), *puts(some[size:])]
    last_to_go = size // 4 - 1
    asked = [*rng.sample(some, 30), *unused[last_to_go : last_to_go + 2]]
    return [*calls, *(("get", key) for key in asked)]


@tests.scenario("caches of many sizes side by side: each has room for as many keys as it should", share=0.06)
def exact_sizes(draw):
    """At once, as a limit can be wrong for a single size."""
    sizes = draw(st.permutations((*range(3, 21), 32, 50, 64, 100, 128)))
    caches = [(chr(ord("a") + at) + ".", size) for at, size in enumerate(sizes)]
    calls = [(cache + "__init__", size) for cache, size in caches]
    calls += [(cache + "put", key, size) for cache, size in caches for key in range(size + 1)]
    return calls + [(cache + "get", key) for key in (0, 1) for cache, _ in caches]


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


@tests.scenario("a key is used on and on, one is put again, and then others are dropped", share=0.2)
def used_on_and_on(draw):
    """A list of so many uses may be tidied by a put, too."""
    size, uses = draw(st.integers(2, 5)), draw(st.sampled_from((40, 150, 300)))
    some = draw(st.permutations(range(2 * size)))
    kept, much = draw(st.permutations(some[:size]))[:2]
    calls = [("__init__", size), *puts(some[:size]), *[("get", much)] * uses, *puts([kept])]
    return [*calls, *puts(some[size : 2 * size - 1]), *(("get", key) for key in some)]


@tests.scenario("keys that are a round number apart are different keys", share=0.1)
def round_differences(draw):
    key = draw(st.integers(-99, 99) | st.integers(-(2**31), -(2**31) + 99))
    some = draw(st.permutations([key, *(key + by for by in ROUND if key + by < 2**31)]))
    return [("__init__", len(some)), *puts(some), *(("get", key) for key in some)]


POWERS = (*(10**i for i in range(2, 10)), *(1 << i for i in range(4, 32)))
PRIMES = (997, 1009, 2003, 2069, 10007, 20011, 99991, 999983, 1000003, 10**9 + 7, 10**9 + 9, 998244353)
ROUND = sorted({*PRIMES, *(power + by for power in POWERS for by in (-1, 0, 1))})


@tests.scenario("two caches of different capacity, and keys that come back")
def two_capacities(draw):
    a, b, c = draw(st.lists(keys(), min_size=3, max_size=3, unique=True))
    calls = [("__init__", 2), ("b.__init__", 1), *puts([a, b]), ("get", a), ("get", b), ("b.put", a, 3)]
    calls += [("b.put", b, draw(integers(-1, 1))), ("b.get", a), ("b.put", a, 5), ("b.get", a), ("b.get", b)]
    return [*calls, *puts([c, a]), ("get", b), ("get", a), ("get", c)]
