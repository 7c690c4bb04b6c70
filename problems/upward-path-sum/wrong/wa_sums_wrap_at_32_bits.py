# Sums are kept in 32 bits, so that a path beyond them has what is left of its sum.
class Solution:
    def hasUpwardPathSum(self, root, targetSum):
        above = {}

        def walk(node, before):
            if node is None:
                return False
            total = (before + node.val) % 2**32
            above[before] = above.get(before, 0) + 1
            found = above.get((total - targetSum) % 2**32, 0) > 0
            found = found or walk(node.left, total) or walk(node.right, total)
            above[before] -= 1
            return found

        return walk(root, 0)
