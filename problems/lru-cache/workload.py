"""Workloads of lru-cache: full caches of capacity n, whose keys are used in orders that hurt a search."""

from judge.authoring import ascending, descending, equal_values, shuffled, stage, workload, workloads

ORDERS = {
    "keys in the order of their last use": ascending,
    "keys against the order of their last use": descending,
    "keys in random order": shuffled,
    "one key over and over": equal_values,
}
MISSES = {"keys that are not there": lambda n: [-5, -1_000_000]}
LARGEST = 25_000  # 4n calls are made at the most: the statement's 100,000
FRESH = {"new keys, each dropping another": lambda n: [key + n for key in ascending(2 * n)]}


def puts(keys, more=1):
    return [("put", key, key + more) for key in keys]


@workloads("get", ORDERS | MISSES, largest=LARGEST)
def _(n, keys):
    return stage(construct=(2 * n,), build=puts(ascending(2 * n)), timed=[("get", key) for key in keys(n)])


@workloads("put", ORDERS | FRESH, largest=LARGEST)
def _(n, keys):
    return stage(construct=(n,), build=puts(ascending(n)), timed=puts(keys(n), 2))


@workload("put", shape="new keys after every key was got in another order", largest=LARGEST)
def _(n, rng):
    gets = [("get", key) for key in shuffled(n, rng)]
    fresh = [key + n for key in ascending(2 * n)]
    return stage(construct=(n,), build=puts(ascending(n)) + gets, timed=puts(fresh))


@workload("put", shape="new keys into an empty cache", largest=LARGEST)
def _(n):
    keys = ascending(2 * n)
    return stage(construct=(2 * n,), build=puts(keys[:n]), timed=puts(keys[n:]), rebuild=True)


@workload("get", shape="old keys in random order, while new ones drop them", largest=LARGEST)
def _(n, rng):
    # Which are still there depends on every use so far: comparing at 16,384 finds stamps that wrap
    used = [("get", key) for key in shuffled(n, rng)[: n // 2]]
    new, old = puts(key + n for key in ascending(n)), shuffled(n, rng)
    calls = [call for put, key in zip(new, old, strict=True) for call in (put, ("get", key))]
    return stage(construct=(n,), build=puts(ascending(n)) + used, timed=calls, charged="get")


def declare_in_turn(operation, shape, room):
    @workload(operation, shape=shape, largest=LARGEST)
    def _(n, rng):
        keys = shuffled(n, rng)
        pairs = zip(puts(keys, 2), keys[::-1], strict=True)
        calls = [call for put, key in pairs for call in (put, ("get", key))]
        return stage(construct=(room * n,), build=puts(ascending(n)), timed=calls, charged=operation)


for name in ("get", "put"):
    declare_in_turn(name, "puts and gets in turn", 1)
    declare_in_turn(name, "puts and gets in turn, in a cache half full", 2)
