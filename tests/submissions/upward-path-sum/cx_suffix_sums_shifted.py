class Solution:
    """One list of sums for the current path; each node adds its value to all of them, and takes it off again."""

    def hasUpwardPathSum(self, root, targetSum):
        sums = []
        todo = [(root, True)] if root else []
        while todo:
            node, entering = todo.pop()
            if entering:
                sums.append(0)
                for i in range(len(sums)):
                    sums[i] += node.val
                if targetSum in sums:
                    return True
                todo.append((node, False))
                todo += [(child, True) for child in (node.left, node.right) if child]
            else:
                for i in range(len(sums)):
                    sums[i] -= node.val
                sums.pop()
        return False
