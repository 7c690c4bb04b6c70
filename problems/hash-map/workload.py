"""Workloads of hash-map: keys in a row, random, multiples of a power of two; hits, misses, come and gone."""

from judge.authoring import stage, workload

FIRST = 1 << 16
SHAPES = {  # keys are all equally long: computing with longer ones costs more
    "keys in a row": lambda i, rng: FIRST + i,
    "multiples of 2^20": lambda i, rng: FIRST + i << 20,
    "random keys": lambda i, rng: rng.randrange(1 << 36, 10**12),
}


def declare(operation, shape, key_of, batch):
    @workload(operation, shape=shape, smallest=32, largest=1 << 17)
    def _(n, rng):
        count = 1 << n.bit_length() - 1  # a table that doubles is at the same point of doubling at every size
        puts = [("put", key_of(i, rng), 1_000 + i) for i in range(2 * count)]
        return batch(puts[:count], puts[count:])


def each(method, puts):
    return [(method, key) for _, key, _ in puts]


def come_and_go(puts, _):
    calls = [call for put in puts for call in (("remove", put[1]), put)]
    return stage(build=[*puts, *calls, *calls], timed=calls, charged="put")


for name, keys in SHAPES.items():
    declare("put", f"{name}, all new", keys, lambda puts, _: stage(timed=puts, rebuild=True))
    declare("get", f"{name}, all there", keys, lambda puts, _: stage(build=puts, timed=each("get", puts)))
    declare("get", f"{name}, none there", keys, lambda puts, new: stage(build=puts, timed=each("get", new)))
    declare(
        "remove", f"{name}, all there", keys, lambda p, _: stage(build=p, timed=each("remove", p), undo=p)
    )
declare("put", "keys of a large map, removed and stored again", SHAPES["multiples of 2^20"], come_and_go)
declare("put", "one key, again and again", lambda i, rng: FIRST, lambda p, _: stage(timed=p, rebuild=True))
