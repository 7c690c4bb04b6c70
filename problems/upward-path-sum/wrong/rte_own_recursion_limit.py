# The recursion limit is set, but lower than the deepest tree.
import sys

sys.setrecursionlimit(5000)


class Solution:
    def hasUpwardPathSum(self, root, targetSum):
        above = {}

        def walk(node, before):
            if not node:
                return False
            above[before] = above.get(before, 0) + 1
            total = before + node.val
            found = above.get(total - targetSum, 0) > 0 or walk(node.left, total) or walk(node.right, total)
            above[before] -= 1
            return found

        return walk(root, 0)
