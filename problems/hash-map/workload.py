"""Workloads of hash-map: keys in a row, random, multiples of a power of two; hits, misses, come and gone."""

from judge.authoring import stage, workload

FIRST = 1 << 16
"""Keys are all equally long: computing with longer ones costs more."""

SHAPES = {
    "keys in a row": lambda n, rng: [FIRST + i for i in range(n)],
    "multiples of 2^20": lambda n, rng: [FIRST + i << 20 for i in range(n)],
    "random keys": lambda n, rng: [rng.randrange(1 << 36, 10**12) for _ in range(n)],
}


def even(n):
    """The power of two below n: a table that doubles is then at the same point of doubling at every size."""
    return 1 << n.bit_length() - 1


def declare(shape, keys_of):
    def puts(n, rng):
        return [("put", key, 1_000 + i) for i, key in enumerate(keys_of(even(n), rng))]

    def declared(operation, how):
        return workload(operation, shape=f"{shape}, {how}", smallest=256, largest=1 << 17)

    @declared("put", "all new")
    def _(n, rng):
        return stage(timed=puts(n, rng), rebuild=True)

    @declared("get", "all there")
    def _(n, rng):
        build = puts(n, rng)
        return stage(build=build, timed=[("get", put[1]) for put in build])

    @declared("get", "none there")
    def _(n, rng):
        build = puts(2 * n, rng)
        half = len(build) // 2
        return stage(build=build[:half], timed=[("get", put[1]) for put in build[half:]])

    @declared("remove", "all there")
    def _(n, rng):
        build = puts(n, rng)
        return stage(build=build, timed=[("remove", put[1]) for put in build], undo=build)


for name, function in SHAPES.items():
    declare(name, function)


@workload("put", shape="keys of a large map, removed and stored again", smallest=256, largest=1 << 17)
def _(n):
    build = [("put", FIRST + i << 20, 1_000 + i) for i in range(even(n))]
    return stage(build=build, timed=[c for put in build for c in (("remove", put[1]), put)], charged="put")


@workload("put", shape="one key, stored again and again", smallest=256, largest=1 << 17)
def _(n):
    return stage(timed=[("put", FIRST, 1_000 + i) for i in range(n)], rebuild=True)
