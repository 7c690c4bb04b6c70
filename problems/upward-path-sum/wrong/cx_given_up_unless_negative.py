# A walk up from every node, given up beyond the target; one negative value, and no walk ends early.
class Solution:
    def hasUpwardPathSum(self, root, targetSum):
        order = [(root, None)] if root else []
        parents = {}
        for node, parent in order:
            parents[node] = parent
            order += [(child, node) for child in (node.left, node.right) if child]
        rising = all(node.val >= 0 for node in parents)
        for node in parents:
            total = 0
            while node and not (rising and total > targetSum):
                total += node.val
                if total == targetSum:
                    return True
                node = parents[node]
        return False
