# A set of sums, and a list of those that came again, copied for every further one.
class Solution:
    def hasUpwardPathSum(self, root, targetSum):
        prefixes = {0}

        def walk(node, before, repeated):
            if node is None:
                return False
            total = before + node.val
            if total - targetSum in prefixes:
                return True
            if total in prefixes:
                repeated = [*repeated, total]
                return walk(node.left, total, repeated) or walk(node.right, total, repeated)
            prefixes.add(total)
            found = walk(node.left, total, repeated) or walk(node.right, total, repeated)
            prefixes.discard(total)
            return found

        return walk(root, 0, [])
