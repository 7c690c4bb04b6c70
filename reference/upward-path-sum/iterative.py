"""The same walk with a stack of its own: an entry is a node to enter, or a sum to forget on leaving."""

from typing import Optional


class Solution:
    def hasUpwardPathSum(self, root: Optional["TreeNode"], targetSum: int) -> bool:
        seen: dict[int, int] = {}
        todo = [(root, 0)] if root else []
        while todo:
            node, before = todo.pop()
            if node is None:
                seen[before] -= 1
                if not seen[before]:
                    del seen[before]
                continue
            seen[before] = seen.get(before, 0) + 1
            total = before + node.val
            if total - targetSum in seen:
                return True
            todo.append((None, before))
            for child in (node.left, node.right):
                if child:
                    todo.append((child, total))
        return False
