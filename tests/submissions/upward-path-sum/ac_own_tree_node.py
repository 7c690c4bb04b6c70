class TreeNode:
    def __init__(self, val=0, left=None, right=None):
        self.val = val
        self.left = left
        self.right = right
        self.above = 0


class Solution:
    def hasUpwardPathSum(self, root, targetSum):
        if root is None:
            return False
        counts = {}
        stack = [(root, False)]
        while stack:
            node, leaving = stack.pop()
            if leaving:
                counts[node.above] -= 1
                continue
            counts[node.above] = counts.get(node.above, 0) + 1
            total = node.above + node.val
            if counts.get(total - targetSum, 0):
                return True
            stack.append((node, True))
            for child in (node.left, node.right):
                if child is not None:
                    child.above = total
                    stack.append((child, False))
        return False


if __name__ == "__main__":
    root = TreeNode(1, TreeNode(2), TreeNode(3))
    print(Solution().hasUpwardPathSum(root, int(input("target? "))))
