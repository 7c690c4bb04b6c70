# Only whole paths between the root and a leaf.
class Solution:
    def hasUpwardPathSum(self, root, targetSum):
        if not root:
            return False
        rest = targetSum - root.val
        if not root.left and not root.right:
            return rest == 0
        return self.hasUpwardPathSum(root.left, rest) or self.hasUpwardPathSum(root.right, rest)
