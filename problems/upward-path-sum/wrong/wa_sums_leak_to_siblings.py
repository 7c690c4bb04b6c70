# The prefix sums of one subtree are still there in its sibling.
class Solution:
    def hasUpwardPathSum(self, root, targetSum):
        prefixes = {0}

        def walk(node, total):
            if not node:
                return False
            total += node.val
            if total - targetSum in prefixes:
                return True
            prefixes.add(total)
            return walk(node.left, total) or walk(node.right, total)

        return walk(root, 0)
