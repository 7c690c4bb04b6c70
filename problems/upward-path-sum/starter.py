# class TreeNode:
#     def __init__(self, val=0, left=None, right=None):
#         self.val = val
#         self.left = left
#         self.right = right


class Solution:
    def hasUpwardPathSum(self, root: Optional[TreeNode], targetSum: int) -> bool:
        """Say whether some upward path of at least one node adds up to targetSum."""
        # TODO
