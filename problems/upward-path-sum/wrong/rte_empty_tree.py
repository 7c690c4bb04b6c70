# The root is used before anybody asked whether there is one.
class Solution:
    def hasUpwardPathSum(self, root, targetSum):
        above = {}

        def walk(node, before):
            above[before] = above.get(before, 0) + 1
            total = before + node.val
            found = above.get(total - targetSum, 0) > 0
            for child in (node.left, node.right):
                if child and not found:
                    found = walk(child, total)
            above[before] -= 1
            return found

        return walk(root, 0)
