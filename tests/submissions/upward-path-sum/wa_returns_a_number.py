from collections import Counter


class Solution:
    """Returns how many paths there are: 0 and 1 are not False and True."""

    def hasUpwardPathSum(self, root, targetSum):
        seen = Counter({0: 1})

        def walk(node, total):
            if not node:
                return 0
            total += node.val
            found = seen[total - targetSum]
            seen[total] += 1
            found += walk(node.left, total) + walk(node.right, total)
            seen[total] -= 1
            return found

        return walk(root, 0)
