# A set of prefix sums: leaving a node takes out a sum that an ancestor has too.
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
            found = walk(node.left, total) or walk(node.right, total)
            prefixes.discard(total)
            return found

        return walk(root, 0)
