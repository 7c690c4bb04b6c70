# The prefix sums of the current path are in a list, which is searched through at every node.
class Solution:
    def hasUpwardPathSum(self, root, targetSum):
        prefixes = []

        def walk(node, total):
            if not node:
                return False
            prefixes.append(total)
            total += node.val
            found = (total - targetSum) in prefixes or walk(node.left, total) or walk(node.right, total)
            prefixes.pop()
            return found

        return walk(root, 0)
