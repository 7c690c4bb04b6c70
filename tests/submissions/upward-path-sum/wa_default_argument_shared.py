# The dictionary is a default argument, and what a found path leaves in it is there for the next tree.
class Solution:
    def hasUpwardPathSum(self, root, targetSum, total=0, prefixes={0: 1}):
        if not root:
            return False
        total += root.val
        if prefixes.get(total - targetSum, 0) > 0:
            return True
        prefixes[total] = prefixes.get(total, 0) + 1
        if self.hasUpwardPathSum(root.left, targetSum, total) or self.hasUpwardPathSum(root.right, targetSum, total):
            return True
        prefixes[total] -= 1
        return False
