class Solution:
    """The sums are found in a dictionary, but every node also carries a copy of the path to it."""

    def hasUpwardPathSum(self, root, targetSum):
        seen = {}
        self.deepest = []
        todo = [(root, 0, [])]
        while todo:
            node, before, path = todo.pop()
            if node is None:
                if path:
                    seen[before] -= 1
                continue
            path = path + [node.val]
            if len(path) > len(self.deepest):
                self.deepest = path
            seen[before] = seen.get(before, 0) + 1
            total = before + node.val
            if seen.get(total - targetSum, 0):
                return True
            todo.append((None, before, path))
            for child in (node.right, node.left):
                if child is not None:
                    todo.append((child, total, path))
        return False
