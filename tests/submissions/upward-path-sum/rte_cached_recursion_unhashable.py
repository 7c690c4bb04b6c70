from functools import lru_cache


class Solution:
    @lru_cache(maxsize=None)
    def sums(self, node, above):
        if node is None:
            return False
        here = [node.val] + [node.val + s for s in above]
        if self.target in here:
            return True
        return self.sums(node.left, here) or self.sums(node.right, here)

    def hasUpwardPathSum(self, root, targetSum):
        self.target = targetSum
        return self.sums(root, ())
