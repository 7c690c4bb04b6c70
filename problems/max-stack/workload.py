"""Workloads of max-stack: the maximum at either end, equal elements, and many removed ones."""

from judge.authoring import ascending, descending, equal_values, shuffled, stage, workload

SHAPES = {
    "descending pushes": descending,
    "ascending pushes": ascending,
    "equal pushes": equal_values,
}


def pushes(values):
    return [("push", x) for x in values]


def declare(shape, values_of):
    @workload("push", shape=shape)
    def _(n):
        made = pushes(values_of(n))
        return stage(build=made, timed=made, undo=[("pop",)] * n)

    @workload("pop", shape=shape)
    def _(n):
        made = pushes(values_of(n))
        return stage(build=made, timed=[("pop",)] * n, undo=made)

    @workload("popMax", shape=shape)
    def _(n):
        made = pushes(values_of(n))
        return stage(build=made, timed=[("popMax",)] * n, undo=made)


for name, function in SHAPES.items():
    declare(name, function)


@workload("popMax", shape="the maximum at the bottom, pushed back each time")
def _(n):
    swaps = [call for x in descending(n) for call in (("popMax",), ("push", x))]
    return stage(build=pushes(descending(n)), timed=swaps, charged="popMax")


@workload("top", shape="pushes in random order")
def _(n, rng):
    return stage(build=pushes(shuffled(n, rng)), timed=[("top",)])


@workload("peekMax", shape="pushes in random order")
def _(n, rng):
    return stage(build=pushes(shuffled(n, rng)), timed=[("peekMax",)])


@workload("peekMax", shape="asked after every push of a maximum")
def _(n, rng):
    top = 2**31
    return stage(
        build=pushes(shuffled(n, rng)), timed=[("push", top), ("peekMax",), ("pop",)], charged="peekMax"
    )


# What is dropped late is dropped in the build: an amortised bound may pay for it once, not at every call.


@workload("top", shape="over as many elements that popMax removed from the top")
def _(n):
    return stage(build=[*pushes(ascending(2 * n)), *[("popMax",)] * n, ("top",)], timed=[("top",)])


@workload("peekMax", shape="over as many largest elements that pop removed")
def _(n):
    return stage(build=[*pushes(ascending(2 * n)), *[("pop",)] * n, ("peekMax",)], timed=[("peekMax",)])
