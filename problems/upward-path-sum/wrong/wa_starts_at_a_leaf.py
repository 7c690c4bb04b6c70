# Only paths whose lower end is a leaf.
class Solution:
    def hasUpwardPathSum(self, root, targetSum):
        def walk(node, path):
            if not node:
                return False
            path = path + [node.val]
            if not node.left and not node.right:
                total = 0
                for val in reversed(path):
                    total += val
                    if total == targetSum:
                        return True
            return walk(node.left, path) or walk(node.right, path)

        return walk(root, [])
