# A path may also go up to a node and down its other side.
class Solution:
    def hasUpwardPathSum(self, root, targetSum):
        found = False

        def down(node):
            nonlocal found
            if not node:
                return set()
            left, right = down(node.left), down(node.right)
            ending = {node.val} | {s + node.val for s in left} | {s + node.val for s in right}
            if targetSum in ending or any(targetSum - node.val - s in right for s in left):
                found = True
            return ending if len(ending) < 300 else set(list(ending)[:300])

        down(root)
        return found
