# The sums of the path are counted in a dictionary of lists, newest first: slow where sums are equal.
class Solution:
    def hasUpwardPathSum(self, root, targetSum):
        holders = {0: [None]}

        def walk(node, before):
            if node is None:
                return False
            total = before + node.val
            if holders.get(total - targetSum):
                return True
            holders.setdefault(total, []).insert(0, node)
            found = walk(node.left, total) or walk(node.right, total)
            holders[total].remove(node)
            return found

        return walk(root, 0)
