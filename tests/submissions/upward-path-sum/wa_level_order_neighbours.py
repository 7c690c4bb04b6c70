class Solution:
    """Treats the level order as a heap, in which the parent of i is (i - 1) // 2, gaps left out."""

    def hasUpwardPathSum(self, root, targetSum):
        order = [root] if root else []
        for node in order:
            order += [child for child in (node.left, node.right) if child]
        for i in range(len(order)):
            total, at, steps = 0, i, 0
            while at >= 0 and steps < 64:
                total += order[at].val
                if total == targetSum:
                    return True
                at = (at - 1) // 2 if at else -1
                steps += 1
        return False
