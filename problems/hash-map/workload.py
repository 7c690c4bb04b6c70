"""Workloads of hash-map: keys in a row, random, multiples; hits, misses, keys replaced, come and gone."""

import random

from judge.authoring import stage, workload

FIRST, LONG = 1 << 16, 1 << 36
SHAPES = {  # keys are all equally long: computing with longer ones costs more
    "keys in a row": lambda i, rng: FIRST + i,
    "multiples of 2^12 and 2^20": lambda i, rng: LONG + (i << (12 if i % 2 else 20)),
    "random keys": lambda i, rng: rng.randrange(LONG, 10**12),
}


def declare(operation, shape, key_of, batch, part=1):
    @workload(operation, shape=shape, smallest=32, largest=1 << 17)
    def _(n, rng):
        # a table that doubles is at the same point of doubling at every size
        count = int((1 << n.bit_length() - 1) * part)
        puts = [("put", key_of(i, rng), 1_000 + i) for i in range(2 * count)]
        return batch(puts[:count], puts[count:])


def each(method, puts):
    return [(method, key) for _, key, _ in puts]


def come_and_go(puts, _):
    calls = [call for put in puts for call in (("remove", put[1]), put)]
    return stage(build=[*puts, *calls, *calls], timed=calls, charged="put")


def back_and_forth(puts, new):
    """One key fewer and one more in turn, which a table that grows and shrinks at this size must endure."""
    steps = zip(puts[::2], new, strict=False)
    calls = [call for old, more in steps for call in (("remove", old[1]), old, more, ("remove", more[1]))]
    return stage(build=[*puts, *calls, *calls], timed=calls, charged="put")


def one_at_a_time(puts, new):
    """What removed keys leave behind must not stay because few are there."""
    build, timed = ([call for put in some for call in (put, ("remove", put[1]))] for some in (puts, new))
    return stage(build=build, timed=timed, charged="put")


def replaced(puts, _):
    few = puts[:16]  # where one of them stands in its bucket is chance
    calls = [call for at, put in enumerate(puts) for call in (put, few[at % 16])]
    return stage(build=[*puts, *calls], timed=calls)


def asked_in_between(puts, _):
    """What a put leaves to be done is done by the next question."""
    return stage(build=puts, timed=[call for put in puts for call in (put, ("get", put[1]))], charged="get")


for name, keys in SHAPES.items():
    declare("put", f"{name}, all new", keys, lambda puts, _: stage(timed=puts, rebuild=True))
    declare("get", f"{name}, all there", keys, lambda puts, _: stage(build=puts, timed=each("get", puts)))
    declare("get", f"{name}, none there", keys, lambda puts, new: stage(build=puts, timed=each("get", new)))
    declare(
        "remove", f"{name}, all there", keys, lambda p, _: stage(build=p, timed=each("remove", p), undo=p)
    )
keys = SHAPES["multiples of 2^12 and 2^20"]
declare("put", "keys of a large map, removed and stored again", keys, come_and_go)
for words, part in (("3/4", 0.75), ("2/3", 2 / 3)):
    declare("put", f"{words} of 2^i keys, one fewer and one more", keys, back_and_forth, part)
declare("put", "random keys, each removed before the next", SHAPES["random keys"], one_at_a_time)
declare("put", "keys there already, a few of them again and again", SHAPES["random keys"], replaced)


def strangers(puts, _):
    """Keys in a row may stand in one long run; keys from anywhere must not walk to its end."""
    others = random.Random(len(puts))
    return stage(build=puts, timed=[("get", others.randrange(LONG, 10**12)) for _ in puts])


declare("get", "random keys that are not there, among keys in a row", SHAPES["keys in a row"], strangers)
declare("get", "random keys, after every put", SHAPES["random keys"], asked_in_between)
