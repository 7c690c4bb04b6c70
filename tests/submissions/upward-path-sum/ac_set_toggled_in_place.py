# set ^= walks its right side only
class Solution:
    def hasUpwardPathSum(self, root, targetSum):
        self.seen, self.target = {0}, targetSum
        todo = [(root, 0, None)]
        while todo:
            node, total, undo = todo.pop()
            if undo:
                self.seen ^= undo
                continue
            if not node:
                continue
            total += node.val
            if total - targetSum in self.seen:
                return True
            toggle = {total} - self.seen
            self.seen ^= toggle
            if toggle:
                todo.append((None, 0, toggle))
            todo += [(node.right, total, None), (node.left, total, None)]
        return False
