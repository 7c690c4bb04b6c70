"""Workloads of graph-search: long paths, stars, grids, dense and random graphs; n counts nodes and edges."""

from judge.authoring import stage, workloads

FIRST = 1_000


def path(n):
    return {v: [v + 1] if v < n // 2 else [] for v in range(n // 2 + 1)}


def stars(n):
    """The start and one of its neighbours have many neighbours of their own."""
    half = max(1, n // 6)
    leaves = range(2, 2 + 2 * half)
    return {0: [1, *leaves[:half]], 1: [0, *leaves[half:]], **{v: [int(v >= 2 + half)] for v in leaves}}


def grid(n):
    """A grid that closes on itself, so that every node has four neighbours, whatever n is."""
    count = max(9, n // 5)
    row = int(count**0.5)
    return {v: [(v + step) % count for step in (1, row, -1, -row)] for v in range(count)}


def dense(n):
    count = max(2, int(n**0.5))
    return {v: [u for u in range(count) if u != v] for v in range(count)}


def sparse(n, rng):
    count = max(2, n // 4)
    return {v: rng.sample(range(count), min(3, count)) for v in range(count)}


def farthest(graph):
    """The last node that a search in breadth meets: one that is met early costs by luck."""
    met = {FIRST: None}
    order = list(met)
    for node in order:
        fresh = [after for after in dict.fromkeys(graph[node]) if after not in met]
        met.update(dict.fromkeys(fresh))
        order += fresh
    return order[-1]


KINDS = {"a path": path, "two stars": stars, "a grid": grid, "a dense graph": dense, "a random graph": sparse}


def declare(operation, shape, ends):
    """In every graph, its nodes numbered from 1,000."""

    @workloads(operation, KINDS, shape=shape, smallest=64, largest=1 << 17)
    def _(n, made):
        graph = {FIRST + v: [FIRST + u for u in after] for v, after in made(n).items()}
        return stage(arguments=ends(graph))


declare("bfs", "{}", lambda graph: (graph, FIRST))
declare("dfs", "{}", lambda graph: (graph, FIRST))
declare("shortestPath", "{}, to the farthest node", lambda graph: (graph, FIRST, farthest(graph)))
declare(
    "shortestPath",
    "{}, to a node that cannot be reached",
    lambda graph: ({**graph, 999: [FIRST]}, FIRST, 999),
)
