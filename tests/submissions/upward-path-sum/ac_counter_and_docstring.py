from collections import Counter
from typing import *


class Solution:
    def hasUpwardPathSum(self, root: Optional[TreeNode], targetSum: int) -> bool:
        """
        :type root: TreeNode
        :type targetSum: int
        :rtype: bool
        """
        prefix_sums: Counter = Counter([0])

        def helper(node: Optional[TreeNode], running: int) -> bool:
            if not node:
                return False
            running += node.val
            if prefix_sums[running - targetSum]:
                return True
            prefix_sums[running] += 1
            left_or_right = any(helper(child, running) for child in (node.left, node.right))
            prefix_sums[running] -= 1
            return left_or_right

        return helper(root, 0)


# Definition for a binary tree node.
# class TreeNode:
#     def __init__(self, val=0, left=None, right=None):
#         self.val = val
#         self.left = left
#         self.right = right
