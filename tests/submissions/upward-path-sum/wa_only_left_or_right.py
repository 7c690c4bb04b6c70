class Solution:
    def hasUpwardPathSum(self, root, targetSum):
        """Follows only the side with the larger child, as if that were enough."""
        seen, total, node = {0}, 0, root
        while node:
            total += node.val
            if total - targetSum in seen:
                return True
            seen.add(total)
            kids = [k for k in (node.left, node.right) if k]
            node = max(kids, key=lambda k: k.val) if kids else None
        return False
