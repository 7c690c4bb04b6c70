# The level order is kept in a list and taken from its front: slow on wide trees only.
class Solution:
    def hasUpwardPathSum(self, root, targetSum):
        nodes, queue = 0, [root]
        while queue:
            node = queue.pop(0)
            if node:
                nodes += 1
                queue.append(node.left)
                queue.append(node.right)
        above = {}

        def walk(node, before):
            if not node:
                return False
            above[before] = above.get(before, 0) + 1
            total = before + node.val
            found = above.get(total - targetSum, 0) > 0 or walk(node.left, total) or walk(node.right, total)
            above[before] -= 1
            return found

        return nodes > 0 and walk(root, 0)
