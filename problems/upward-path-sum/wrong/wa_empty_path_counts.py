# The sum of the node itself is remembered before it is asked for, so the empty path has the sum 0.
class Solution:
    def hasUpwardPathSum(self, root, targetSum):
        prefixes = {0: 1}

        def walk(node, total):
            if not node:
                return False
            total += node.val
            prefixes[total] = prefixes.get(total, 0) + 1
            found = prefixes.get(total - targetSum, 0) > 0
            found = found or walk(node.left, total) or walk(node.right, total)
            prefixes[total] -= 1
            return found

        return walk(root, 0)
