# As in programming contests: the stack is raised first
import resource
import sys

resource.setrlimit(resource.RLIMIT_STACK, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
sys.setrecursionlimit(10 ** 7)


class Solution:
    def hasUpwardPathSum(self, root, targetSum):
        on_path = {0: 1}

        def dfs(node, total):
            if not node:
                return False
            total += node.val
            if on_path.get(total - targetSum):
                return True
            on_path[total] = on_path.get(total, 0) + 1
            try:
                return dfs(node.left, total) or dfs(node.right, total)
            finally:
                on_path[total] -= 1

        return dfs(root, 0)
