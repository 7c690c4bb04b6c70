# From every node all paths downwards are tried: a chain makes that quadratic.
class Solution:
    def hasUpwardPathSum(self, root, targetSum):
        if root is None:
            return False
        return (
            self.starts_here(root, targetSum)
            or self.hasUpwardPathSum(root.left, targetSum)
            or self.hasUpwardPathSum(root.right, targetSum)
        )

    def starts_here(self, node, rest):
        if node is None:
            return False
        rest -= node.val
        return rest == 0 or self.starts_here(node.left, rest) or self.starts_here(node.right, rest)
