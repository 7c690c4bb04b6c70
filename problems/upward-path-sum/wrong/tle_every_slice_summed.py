# Every slice of every path is summed anew: cubic on a chain.
class Solution:
    def hasUpwardPathSum(self, root, targetSum):
        path = []

        def walk(node):
            if not node:
                return False
            path.append(node.val)
            for i in range(len(path)):
                if sum(path[i:]) == targetSum:
                    return True
            found = walk(node.left) or walk(node.right)
            path.pop()
            return found

        return walk(root)
