"""Recursion with its state on self, a set that gives back only what it added, and a generator for the children."""


class Solution:
    def hasUpwardPathSum(self, root, targetSum):
        self.target = targetSum
        self.answer = False
        self.prefixes = {0}
        self.dfs(root, 0)
        return self.answer

    def _children(self, node):
        yield node.left
        yield node.right

    def dfs(self, node, total):
        if not node or self.answer:
            return
        total += node.val
        if total - self.target in self.prefixes:
            self.answer = True
            return
        new = total not in self.prefixes
        self.prefixes.add(total)
        for child in self._children(node):
            self.dfs(child, total)
        if new:
            self.prefixes.discard(total)
