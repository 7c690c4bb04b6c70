# The recursion hands a copy of the dictionary of prefix sums to each child.
class Solution:
    def hasUpwardPathSum(self, root, targetSum):
        def walk(node, total, prefixes):
            if node is None:
                return False
            total += node.val
            if prefixes.get(total - targetSum, 0) > 0:
                return True
            prefixes = dict(prefixes)
            prefixes[total] = prefixes.get(total, 0) + 1
            return walk(node.left, total, prefixes) or walk(node.right, total, prefixes)

        return walk(root, 0, {0: 1})
