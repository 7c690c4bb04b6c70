# A sum from the root that no longer fits into 32 bits is called hopeless: the path may begin below.
class Solution:
    def hasUpwardPathSum(self, root, targetSum):
        seen = {0: 1}

        def walk(node, total):
            if not node:
                return False
            total += node.val
            if seen.get(total - targetSum, 0):
                return True
            if targetSum >= 0 and total > 2**31 - 1:
                return False
            seen[total] = seen.get(total, 0) + 1
            found = walk(node.left, total) or walk(node.right, total)
            seen[total] -= 1
            return found

        return walk(root, 0)
