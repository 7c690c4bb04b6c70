# A set gives back only what it added, but a zero with one child takes the sum of its ancestor out.
class Solution:
    def hasUpwardPathSum(self, root, targetSum):
        prefixes = {0}

        def walk(node, before):
            if node is None:
                return False
            total = before + node.val
            if total - targetSum in prefixes:
                return True
            new = total not in prefixes
            prefixes.add(total)
            if walk(node.left, total) or walk(node.right, total):
                return True
            if new or (node.val == 0 and node.right and not node.left):
                prefixes.discard(total)
            return False

        return walk(root, 0)
