"""Hidden tests of graph-search."""

import random

from judge.authoring import FunctionTests, any_valid, graphs, st


def distances(graph, start):
    """Level by level: all nodes that the last level leads to and that no level has."""
    found, level, steps = {start: 0}, [start], 0
    while level:
        level, steps = {v for u in level for v in graph[u] if v not in found}, steps + 1
        found.update((v, steps) for v in level)
    return found


def breadth_first(graph, start):
    return list(distances(graph, start))


def shortest_path(graph, a, b):
    found = distances(graph, a)
    path = [b] if b in found else []
    while path and path[0] != a:
        path.insert(0, next(u for u in found if found[u] == found[path[0]] - 1 and path[0] in graph[u]))
    return path


def depth_first(graph, start):
    """On to the first neighbour that is new, and back where there is none."""
    found, path = {start: 0}, [start]
    while path:
        after = next((node for node in graph[path[-1]] if node not in found), None)
        if after is None:
            path.pop()
        else:
            found[after] = len(path)
            path.append(after)
    return list(found)


def nodes_fault(order, graph, start):
    if len(set(order)) != len(order):
        return "a node is listed twice"
    if not all(type(node) is int for node in order) or set(order) != set(distances(graph, start)):
        return "not exactly the nodes that can be reached"
    return "" if order[0] == start else "does not begin with the start"


def bfs_fault(order, graph, start):
    far = distances(graph, start)
    steps = [far.get(node, 0) for node in order]
    nearer = "a node comes before one that is nearer to the start"
    return nodes_fault(order, graph, start) or ("" if steps == sorted(steps) else nearer)


def dfs_fault(order, graph, start):
    fault, path = nodes_fault(order, graph, start), [start]
    unvisited = {u: set(after) for u, after in graph.items()}
    into = {u: [] for u in graph}
    for u in graph:
        for v in graph[u]:
            into[v].append(u)
    for node in [] if fault else [start, *order[1:]]:
        while node != start and not unvisited[path[-1]]:
            path.pop()
        if node != start and node not in unvisited[path[-1]]:
            return f"{path[-1]} still has an unvisited neighbour, but {node} is not one"
        path.append(node)
        for u in into[node]:
            unvisited[u].discard(node)
    return fault


def path_fault(path, graph, a, b):
    fewest = distances(graph, a).get(b, -1) + 1
    if not fewest or not path:
        return "" if len(path) == fewest else "there is a path" if fewest else "there is no path"
    if path[0] != a or path[-1] != b or not all(v in graph[u] for u, v in zip(path, path[1:], strict=False)):
        return "not a path from a to b"
    return "" if len(path) == fewest else "there is a path with fewer edges"


def valid(function, graph, *nodes):
    simple = all(len(set(after)) == len(after) and set(after) <= graph.keys() for after in graph.values())
    return simple and all(type(node) is int for node in graph) and graph.keys() >= set(nodes)


tests = FunctionTests(
    model={"bfs": breadth_first, "dfs": depth_first, "shortestPath": shortest_path},
    valid=valid,
    checkers={
        "bfs": any_valid(bfs_fault),
        "dfs": any_valid(dfs_fault),
        "shortestPath": any_valid(path_fault),
    },
    unchanged=True,
)


SIGNED = [n * sign for n in (1, 2, 999, 10**6, 10**9, 2**31, 2**53, 2**63, 10**30) for sign in (1, -1)]
NAMES = sorted({0, *SIGNED, *(n - 1 for n in SIGNED)})


def renamed(graph, nodes, seed):
    """Other names for the nodes, small or of any size; nodes and neighbours in any order."""
    rng = random.Random(seed)
    small = len(graph) > len(NAMES) or rng.random() < 0.5
    name = rng.sample(range(-1, len(graph)) if small else NAMES, len(graph))
    order = rng.sample(range(len(graph)), len(graph))
    mixed = {name[u]: rng.sample([name[v] for v in graph[u]], len(graph[u])) for u in order}
    return mixed, *(name[u] for u in nodes)


def declare(function, ends):
    def drawn(made, first=None, last=None):
        nodes = [st.integers(0, 2**32) if end is None else st.just(end) for end in (first, last)][:ends]

        def case(graph, seed, *nodes):
            return renamed(graph, [u % len(graph) for u in nodes], seed)

        return st.builds(case, made, st.integers(0, 2**32), *nodes)

    @tests.property("graphs whose edges lead one way", 3, function, f"{function}, directed")
    def directed():
        return drawn(graphs(14))

    @tests.property("graphs whose edges lead both ways", 2, function, f"{function}, both ways")
    def both_ways():
        return drawn(graphs(24, directed=False))

    @tests.property(
        "long ways with short cuts and ways back, and dense graphs",
        share=2,
        function=function,
        name=f"{function}, short cuts",
    )
    def short_cuts():
        sizes = st.sampled_from(((4, 3), (7, 3), (12, 3), (20, 3), (48, 2), (5, 12), (12, 12)))
        return drawn(st.builds(long_way, sizes, st.sampled_from((0.3, 1.0)), st.integers(0, 2**32)), 0, -1)

    if function != "shortestPath":

        @tests.property("thousands of nodes in a row", 0.01, function, f"{function}, a long way")
        def row():
            sizes = st.integers(3_100, 3_200).map(lambda count: (count, 2))
            return drawn(st.builds(long_way, sizes, st.just(1.0), st.integers(0, 2**32)), 0)

    else:

        @tests.property("ways of nearly the same length", share=1.5, function=function)
        def ways():
            return drawn(st.builds(side_by_side, st.integers(2, 5), st.integers(1, 4)), 0, 1)


def long_way(size, share, seed):
    """A path 0, 1, 2 ... with edges between a share of the nodes that are near each other."""
    rng, (count, reach) = random.Random(seed), size
    near = {u: [*range(max(0, u - reach), u), *range(u + 2, min(u + reach, count))] for u in range(count)}
    graph = {u: [v for v in near[u] if rng.random() < share] for u in near}
    for u in range(count - 1):
        graph[u].append(u + 1)
    return graph


def side_by_side(edges, others):
    """Node 1 is so many edges from node 0, and one more on other ways, where two searches may meet."""
    graph = {0: [], 1: []}
    for length in [edges] + [edges + 1] * others:
        here = 0
        for node in range(len(graph), len(graph) + length - 1):
            graph[here].append(node)
            graph[node], here = [], node
        graph[here].append(1)
    return graph


for name, count in {"bfs": 1, "dfs": 1, "shortestPath": 2}.items():
    declare(name, count)
