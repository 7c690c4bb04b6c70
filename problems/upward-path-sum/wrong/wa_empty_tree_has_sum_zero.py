# The empty tree is said to have a path with the sum 0.
class Solution:
    def hasUpwardPathSum(self, root, targetSum):
        if root is None:
            return targetSum == 0
        prefixes = {}

        def walk(node, before):
            if node is None:
                return False
            prefixes[before] = prefixes.get(before, 0) + 1
            total = before + node.val
            found = prefixes.get(total - targetSum, 0) > 0 or walk(node.left, total) or walk(node.right, total)
            prefixes[before] -= 1
            return found

        return walk(root, 0)
