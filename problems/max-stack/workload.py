"""Workloads of max-stack: the maximum at either end, equal elements, and many removed ones."""

from judge.authoring import ascending, descending, equal_values, shuffled, stage, workload

SHAPES = {
    "ascending pushes": lambda n, rng: ascending(n),
    "descending pushes": lambda n, rng: descending(n),
    "equal pushes": lambda n, rng: equal_values(n),
    "pushes in random order": shuffled,
}


def declare(shape, values_of):
    pushes = lambda n, rng: [("push", x) for x in values_of(n, rng)]  # noqa: E731

    @workload("push", shape=shape)
    def _(n, rng):
        made = pushes(n, rng)
        return stage(build=made, timed=made, undo=[("pop",)] * n)

    for removal in ("pop", "popMax"):

        @workload(removal, shape=shape)
        def _(n, rng):
            made = pushes(n, rng)
            return stage(build=made, timed=[(removal,)] * n, undo=made)  # noqa: B023

    @workload("popMax", shape=f"removed and pushed back, {shape}")
    def _(n, rng):
        made = pushes(n, rng)
        swaps = [
            call for x in sorted((c[1] for c in made), reverse=True) for call in (("popMax",), ("push", x))
        ]
        return stage(build=made, timed=swaps, charged="popMax")

    for query in ("top", "peekMax"):

        @workload(query, shape=shape)
        def _(n, rng):
            return stage(build=pushes(n, rng), timed=[(query,)])  # noqa: B023


for name, function in SHAPES.items():
    declare(name, function)


@workload("top", shape="over as many elements that popMax removed from the top")
def _(n):
    build = [("push", x) for x in ascending(2 * n)] + [("popMax",)] * n
    return stage(build=build, timed=[("top",)])


@workload("peekMax", shape="over as many largest elements that pop removed")
def _(n):
    build = [("push", x) for x in ascending(2 * n)] + [("pop",)] * n
    return stage(build=build, timed=[("peekMax",)])
