class Solution:
    """The values of the nodes are replaced by prefix sums on the way, and the tree is taken apart."""

    def hasUpwardPathSum(self, root, targetSum):
        on_path = {0: 1}
        path = []
        node = root
        total = 0
        while node or path:
            if node:
                total += node.val
                if on_path.get(total - targetSum, 0):
                    return True
                on_path[total] = on_path.get(total, 0) + 1
                node.val = total
                path.append(node)
                node.left, node = None, node.left
            else:
                top = path[-1]
                total = top.val
                if top.right:
                    top.right, node = None, top.right
                else:
                    path.pop()
                    on_path[total] -= 1
                    total = path[-1].val if path else 0
        return False
