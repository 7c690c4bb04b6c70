# Every node gets its own copy of the prefix sums above it.
class Solution:
    def hasUpwardPathSum(self, root, targetSum):
        stack = [(root, 0, {0})]
        while stack:
            node, total, prefixes = stack.pop()
            if node is None:
                continue
            total += node.val
            if total - targetSum in prefixes:
                return True
            below = set(prefixes)
            below.add(total)
            stack.append((node.right, total, below))
            stack.append((node.left, total, below))
        return False
