# Every node returns the sums of all paths that end at it, one for each node below.
class Solution:
    def hasUpwardPathSum(self, root, targetSum):
        order, row = [], [root] if root else []
        for node in row:
            order.append(node)
            row += [child for child in (node.left, node.right) if child]
        ending = {}
        while order:
            node = order.pop()
            sums = {node.val}
            for child in (node.left, node.right):
                if child:
                    sums.update(s + node.val for s in ending.pop(child))
            if targetSum in sums:
                return True
            ending[node] = sums
        return False
