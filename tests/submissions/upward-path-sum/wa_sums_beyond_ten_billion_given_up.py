# A sum beyond 10 to the 10th is taken for infinite, and what is below it is not looked at.
class Solution:
    def hasUpwardPathSum(self, root, targetSum):
        INF = 10**10
        seen = {0: 1}

        def go(n, s):
            if n is None:
                return False
            s += n.val
            if s > INF or s < -INF:
                return False
            if seen.get(s - targetSum):
                return True
            seen[s] = seen.get(s, 0) + 1
            r = go(n.left, s) or go(n.right, s)
            seen[s] -= 1
            return r

        return go(root, 0)
