"""Workloads of lru-cache: full caches of capacity n, whose keys are used in orders that hurt a search."""

from judge.authoring import ascending, descending, equal_values, shuffled, stage, workload

ORDERS = {
    "keys in the order of their last use": lambda n, rng: ascending(n),
    "keys against the order of their last use": lambda n, rng: descending(n),
    "keys in random order": shuffled,
    "one key over and over": lambda n, rng: equal_values(n),
}


def full(n):
    return [("put", key, key + 1) for key in ascending(n)]


def declare(order, keys_of):
    @workload("get", shape=f"hits: {order}")
    def _(n, rng):
        return stage(construct=(n,), build=full(n), timed=[("get", key) for key in keys_of(n, rng)])

    @workload("put", shape=f"new values: {order}")
    def _(n, rng):
        return stage(construct=(n,), build=full(n), timed=[("put", key, 7) for key in keys_of(n, rng)])


for name, function in ORDERS.items():
    declare(name, function)


@workload("get", shape="misses")
def _(n):
    return stage(construct=(n,), build=full(n), timed=[("get", -5), ("get", -1_000_000)])


@workload("put", shape="new keys, each dropping another")
def _(n):
    fresh = [key + n for key in ascending(2 * n)]
    return stage(construct=(n,), build=full(n), timed=[("put", key, 7) for key in fresh])


@workload("put", shape="new keys after every key was got in another order")
def _(n, rng):
    gets = [("get", key) for key in shuffled(n, rng)]
    fresh = [("put", key + n, 7) for key in ascending(2 * n)]
    return stage(construct=(n,), build=full(n) + gets, timed=fresh)


@workload("put", shape="new keys into an empty cache")
def _(n):
    return stage(
        construct=(2 * n,), build=full(n), timed=[("put", key + n, 7) for key in ascending(n)], rebuild=True
    )
