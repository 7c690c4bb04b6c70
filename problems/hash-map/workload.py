"""Workloads of hash-map: keys in a row, random, multiples of powers of two; hits, misses, come and gone."""

from judge.authoring import stage, workload

SHAPES = {
    "keys in a row": lambda n, rng: [1_000 + i for i in range(n)],
    "random keys": lambda n, rng: [rng.randrange(1_000, 10**12) for _ in range(n)],
    "multiples of 16": lambda n, rng: [i << 4 for i in range(n)],
    "multiples of 2^20": lambda n, rng: [i << 20 for i in range(n)],
}


def declare(shape, keys_of):
    def puts(n, rng):
        return [("put", key, 1_000 + i) for i, key in enumerate(keys_of(n, rng))]

    def declared(operation, how):
        return workload(operation, shape=f"{shape}, {how}", largest=1 << 18)

    @declared("put", "all new")
    def _(n, rng):
        new = puts(n, rng)
        return stage(timed=new, rebuild=True)

    @declared("put", "removed and stored again")
    def _(n, rng):
        calls = [c for put in puts(n, rng) for c in (("remove", put[1]), put)]
        return stage(build=calls[1::2], timed=calls, charged="put")

    @declared("get", "all there")
    def _(n, rng):
        build = puts(n, rng)
        return stage(build=build, timed=[("get", put[1]) for put in build])

    @declared("get", "none there")
    def _(n, rng):
        build = puts(2 * n, rng)
        return stage(build=build[:n], timed=[("get", put[1]) for put in build[n:]])

    @declared("get", "after many have gone")
    def _(n, rng):
        build = puts(n, rng)
        gone = [("remove", put[1]) for put in build]
        return stage(build=build + gone + build[:1], timed=[("get", put[1]) for put in build])

    @declared("remove", "all there")
    def _(n, rng):
        build = puts(n, rng)
        return stage(build=build, timed=[("remove", put[1]) for put in build], undo=build)


for name, function in SHAPES.items():
    declare(name, function)
