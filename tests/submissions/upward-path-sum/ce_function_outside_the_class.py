class Solution:
    pass


def hasUpwardPathSum(root, targetSum):
    if root is None:
        return False
    return hasUpwardPathSum(root.left, targetSum) or hasUpwardPathSum(root.right, targetSum)
