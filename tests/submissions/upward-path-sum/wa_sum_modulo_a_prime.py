MOD = 10007


class Solution:
    """Prefix sums modulo a prime 'against overflow'."""

    def hasUpwardPathSum(self, root, targetSum):
        seen = {0: 1}
        todo = [(root, 0, 0)]
        while todo:
            node, total, leave = todo.pop()
            if leave:
                seen[total] -= 1
                continue
            if not node:
                continue
            total = (total + node.val) % MOD
            if seen.get((total - targetSum) % MOD, 0) > 0:
                return True
            seen[total] = seen.get(total, 0) + 1
            todo += [(None, total, 1), (node.left, total, 0), (node.right, total, 0)]
        return False
