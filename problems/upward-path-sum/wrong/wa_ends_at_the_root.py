# Only paths that go all the way up to the root.
class Solution:
    def hasUpwardPathSum(self, root, targetSum):
        if not root:
            return False
        rest = targetSum - root.val
        return rest == 0 or self.hasUpwardPathSum(root.left, rest) or self.hasUpwardPathSum(root.right, rest)
