class Solution:
    def hasUpwardPathSum(self, root, targetSum):
        if not root:
            return False
        seen = {0: 1}

        def walk(node, total):
            total += node.val
            if seen.get(total - targetSum, 0):
                return True
            if not node.left and not node.right:
                return False
            seen[total] = seen.get(total, 0) + 1
            found = walk(node.left, total) or walk(node.right, total)
            seen[total] -= 1
            return found

        return walk(root, 0)
