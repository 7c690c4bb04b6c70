from typing import Dict, List


class Solution:
    """Levels as lists, and plain recursion for the depth."""

    def bfs(self, graph: Dict[int, List[int]], start: int) -> List[int]:
        seen, level, order = {start}, [start], []
        while level:
            order += level
            following = []
            for node in level:
                for other in graph[node]:
                    if other not in seen:
                        seen.add(other)
                        following.append(other)
            level = following
        return order

    def dfs(self, graph: Dict[int, List[int]], start: int) -> List[int]:
        order: Dict[int, None] = {}

        def visit(node: int) -> None:
            order[node] = None
            for other in graph[node]:
                if other not in order:
                    visit(other)

        visit(start)
        return list(order)

    def shortestPath(self, graph: Dict[int, List[int]], a: int, b: int) -> List[int]:
        steps = {a: 0}
        for node in self.bfs(graph, a):
            for other in graph[node]:
                steps.setdefault(other, steps[node] + 1)
        if b not in steps:
            return []
        into: Dict[int, List[int]] = {node: [] for node in graph}
        for node in graph:
            for other in graph[node]:
                into[other].append(node)
        path = [b]
        while path[-1] != a:
            path.append(next(n for n in into[path[-1]] if n in steps and steps[n] == steps[path[-1]] - 1))
        path.reverse()
        return path
