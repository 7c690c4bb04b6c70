# Each node extends all sums of its parent, one for every ancestor.
class Solution:
    def hasUpwardPathSum(self, root, targetSum):
        stack = [(root, [])]
        while stack:
            node, above = stack.pop()
            if node is None:
                continue
            sums = [s + node.val for s in above] + [node.val]
            if targetSum in sums:
                return True
            stack.append((node.left, sums))
            stack.append((node.right, sums))
        return False
