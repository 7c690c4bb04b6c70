# The walk stops when the sum exceeds the target, as if values were never negative.
class Solution:
    def hasUpwardPathSum(self, root, targetSum):
        if not root:
            return False

        def down(node, total):
            if not node:
                return False
            total += node.val
            if total == targetSum:
                return True
            if total > targetSum >= 0:
                return False
            return down(node.left, total) or down(node.right, total)

        return (
            down(root, 0)
            or self.hasUpwardPathSum(root.left, targetSum)
            or self.hasUpwardPathSum(root.right, targetSum)
        )
