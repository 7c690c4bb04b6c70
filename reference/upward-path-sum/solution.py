"""The sum of an upward path is the sum from the root to its lower end, less that to just above its upper end.

A walk from the root down carries the sum so far and counts the sums above each node of the current path.
A path with the target ends at this node when `total - targetSum` is among them. Leaving a node takes its
own sum out again, so that only ancestors are counted. Each node costs a few dictionary operations: O(n).
"""

from collections import defaultdict


class Solution:
    def hasUpwardPathSum(self, root, targetSum: int) -> bool:
        above = defaultdict(int)

        def walk(node, before):
            if node is None:
                return False
            total = before + node.val
            above[before] += 1
            found = above[total - targetSum] > 0 or walk(node.left, total) or walk(node.right, total)
            above[before] -= 1
            return found

        return walk(root, 0)
