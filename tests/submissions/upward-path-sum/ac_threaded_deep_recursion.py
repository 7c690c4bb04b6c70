import sys
import threading

sys.setrecursionlimit(10**6)
threading.stack_size(128 * 1024 * 1024)


class Solution:
    def hasUpwardPathSum(self, root, targetSum):
        answer = []
        thread = threading.Thread(target=lambda: answer.append(self.search(root, 0, {0: 1}, targetSum)))
        if self.depth_at_least(root, 900):
            thread.start()
            thread.join()
            return answer[0]
        return self.search(root, 0, {0: 1}, targetSum)

    def depth_at_least(self, root, limit):
        row, depth = [root] if root else [], 0
        while row and depth < limit:
            row = [c for node in row for c in (node.left, node.right) if c]
            depth += 1
        return bool(row)

    def search(self, node, total, seen, target):
        if node is None:
            return False
        total += node.val
        if seen.get(total - target, 0) > 0:
            return True
        seen[total] = seen.get(total, 0) + 1
        found = self.search(node.left, total, seen, target) or self.search(node.right, total, seen, target)
        seen[total] -= 1
        return found
