# Below 26 levels the right child is only visited where there is no left one.
class Solution:
    def hasUpwardPathSum(self, root, targetSum):
        seen = {0: 1}

        def walk(node, total, depth):
            if not node:
                return False
            total += node.val
            if seen.get(total - targetSum, 0) > 0:
                return True
            seen[total] = seen.get(total, 0) + 1
            found = walk(node.left, total, depth + 1)
            if not found and (depth < 26 or not node.left):
                found = walk(node.right, total, depth + 1)
            seen[total] -= 1
            return found

        return walk(root, 0, 0)
