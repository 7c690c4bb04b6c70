# Parents are noted first, then every node is walked up from.
class Solution:
    def hasUpwardPathSum(self, root, targetSum):
        if not root:
            return False
        parent = {root: None}
        order = [root]
        for node in order:
            for child in (node.left, node.right):
                if child:
                    parent[child] = node
                    order.append(child)
        for node in order:
            total = 0
            while node:
                total += node.val
                if total == targetSum:
                    return True
                node = parent[node]
        return False
