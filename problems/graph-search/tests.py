"""Hidden tests of graph-search."""

from judge.authoring import FunctionTests, any_valid, graphs, st


def distances(graph, start):
    """Level by level: all nodes that the last level leads to and that no level has."""
    found, level = {start: 0}, [start]
    while level:
        level = list(dict.fromkeys(v for u in level for v in graph[u] if v not in found))
        found.update((v, max(found.values()) + 1) for v in level)
    return found


def dfs(graph, start):
    order, path = [start], [start]
    while path:
        following = [node for node in graph[path[-1]] if node not in order]
        if following:
            order.append(following[0])
            path.append(following[0])
        else:
            path.pop()
    return order


def shortest_path(graph, a, b):
    found = distances(graph, a)
    path = [b] if b in found else []
    while path and path[0] != a:
        path.insert(0, next(u for u in found if found[u] == found[path[0]] - 1 and path[0] in graph[u]))
    return path


def nodes_fault(order, graph, start):
    if len(set(order)) != len(order):
        return "a node is listed twice"
    if not all(type(node) is int for node in order) or set(order) != set(distances(graph, start)):
        return "not exactly the nodes that can be reached"
    return "" if order[0] == start else "does not begin with the start"


def bfs_fault(order, graph, start):
    steps = [distances(graph, start).get(node, 0) for node in order]
    nearer = "a node comes before one that is nearer to the start"
    return nodes_fault(order, graph, start) or ("" if steps == sorted(steps) else nearer)


def dfs_fault(order, graph, start):
    fault = nodes_fault(order, graph, start)
    path, visited = [start], {start}
    for node in [] if fault else order[1:]:
        while all(other in visited for other in graph[path[-1]]):
            path.pop()
        if node not in graph[path[-1]]:
            return f"{path[-1]} still has an unvisited neighbour when {node} is visited from elsewhere"
        path.append(node)
        visited.add(node)
    return fault


def path_fault(path, graph, a, b):
    wanted = len(shortest_path(graph, a, b))
    if not wanted or not path:
        return "" if len(path) == wanted else "there is a path" if wanted else "there is no path"
    if path[0] != a or path[-1] != b or not all(v in graph[u] for u, v in zip(path, path[1:], strict=False)):
        return "not a path from a to b"
    return "" if len(path) == wanted else "there is a path with fewer edges"


def valid(function, graph, *nodes):
    simple = all(len(set(after)) == len(after) and set(after) <= graph.keys() for after in graph.values())
    return simple and all(type(node) is int for node in graph) and graph.keys() >= set(nodes)


tests = FunctionTests(
    model={"bfs": lambda graph, start: list(distances(graph, start)), "dfs": dfs, "shortestPath": shortest_path},
    valid=valid,
    checkers={"bfs": any_valid(bfs_fault), "dfs": any_valid(dfs_fault), "shortestPath": any_valid(path_fault)},
    unchanged=True,
)


def searches(ends, most, directed=True):
    """A graph, its nodes renamed in some cases, with one or two of them."""

    def rename(graph, base, step):
        return {base + step * node: [base + step * v for v in after] for node, after in graph.items()}

    drawn = st.builds(rename, graphs(most, directed), st.sampled_from((0, 0, -3, 1000)), st.sampled_from((1, 7, -1)))
    return drawn.flatmap(lambda graph: st.tuples(st.just(graph), *[st.sampled_from(list(graph))] * ends))


for name, ends in {"bfs": 1, "dfs": 1, "shortestPath": 2}.items():
    tests.property("directed graphs", share=2, function=name)(lambda ends=ends: searches(ends, 14))
    tests.property("small graphs", share=2, function=name)(lambda ends=ends: searches(ends, 5))
    tests.property("graphs whose edges lead both ways", function=name)(lambda ends=ends: searches(ends, 24, False))
