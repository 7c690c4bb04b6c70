# A path of a single node is not seen.
class Solution:
    def hasUpwardPathSum(self, root, targetSum):
        above = {}

        def walk(node, before):
            if not node:
                return False
            total = before + node.val
            if above.get(total - targetSum, 0) > 0:
                return True
            above[before] = above.get(before, 0) + 1
            found = walk(node.left, total) or walk(node.right, total)
            above[before] -= 1
            return found

        return walk(root, 0)
