"""Workloads of graph-search: long paths, stars, grids, dense and random graphs; n counts nodes and edges."""

from judge.authoring import stage, workload

FIRST = 1_000


def path(n, rng):
    return {v: [v + 1] if v < n // 2 else [] for v in range(n // 2 + 1)}


def star(n, rng):
    return {0: list(range(1, n // 3 + 1)), **{v: [0] for v in range(1, n // 3 + 1)}}


def grid(n, rng):
    """A grid that closes on itself, so that every node has four neighbours, whatever n is."""
    count = max(9, n // 5)
    row = int(count**0.5)
    return {v: [(v + step) % count for step in (1, row, -1, -row)] for v in range(count)}


def dense(n, rng):
    count = max(2, int(n**0.5))
    return {v: [u for u in range(count) if u != v] for v in range(count)}


def sparse(n, rng):
    count = max(2, n // 4)
    return {v: rng.sample(range(count), min(3, count)) for v in range(count)}


def shifted(graph):
    return {FIRST + v: [FIRST + u for u in after] for v, after in graph.items()}


def declare(shape, make):
    for operation in ("bfs", "dfs"):

        @workload(operation, shape=shape, smallest=64, largest=1 << 17)
        def _(n, rng):
            return stage(arguments=(shifted(make(n, rng)), FIRST))

    @workload("shortestPath", shape=f"{shape}, to the last node", smallest=64, largest=1 << 17)
    def _(n, rng):
        graph = shifted(make(n, rng))
        return stage(arguments=(graph, FIRST, max(graph)))

    @workload(
        "shortestPath", shape=f"{shape}, to a node that cannot be reached", smallest=64, largest=1 << 17
    )
    def _(n, rng):
        graph = shifted(make(n, rng))
        return stage(arguments=({**graph, 999: [FIRST]}, FIRST, 999))


SHAPES = {"a path": path, "a star": star, "a grid": grid, "a dense graph": dense, "a random graph": sparse}
for name, function in SHAPES.items():
    declare(name, function)
