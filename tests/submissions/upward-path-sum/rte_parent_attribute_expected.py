class Solution:
    """Nodes of another problem know their parents; these do not."""

    def hasUpwardPathSum(self, root, targetSum):
        nodes = [root] if root else []
        for node in nodes:
            nodes += [child for child in (node.left, node.right) if child]
        for node in nodes:
            total = 0
            while node:
                total += node.val
                if total == targetSum:
                    return True
                node = node.parent
        return False
