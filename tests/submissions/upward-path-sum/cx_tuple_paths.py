from itertools import accumulate


class Solution:
    """Every node gets the tuple of the values above it, nearest first."""

    def hasUpwardPathSum(self, root, targetSum):
        todo = [(root, ())]
        while todo:
            node, above = todo.pop()
            if node is not None:
                path = (node.val, *above)
                if targetSum in accumulate(path):
                    return True
                todo.append((node.left, path))
                todo.append((node.right, path))
        return False
