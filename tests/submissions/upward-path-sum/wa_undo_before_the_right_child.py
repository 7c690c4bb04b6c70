class Solution:
    def hasUpwardPathSum(self, root, targetSum):
        seen = {0: 1}

        def walk(node, total):
            if not node:
                return False
            total += node.val
            if seen.get(total - targetSum, 0) > 0:
                return True
            seen[total] = seen.get(total, 0) + 1
            found = walk(node.left, total)
            seen[total] -= 1
            return found or walk(node.right, total)

        return walk(root, 0)
