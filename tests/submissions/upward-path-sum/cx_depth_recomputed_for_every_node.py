class Solution:
    """A linear walk, but it first asks at every node how deep the tree below is, to visit the deeper side first."""

    def height(self, node):
        best, row = 0, [node] if node else []
        while row:
            row = [c for n in row for c in (n.left, n.right) if c]
            best += 1
        return best

    def hasUpwardPathSum(self, root, targetSum):
        seen = {0: 1}

        def walk(node, total):
            if not node:
                return False
            total += node.val
            if seen.get(total - targetSum, 0):
                return True
            seen[total] = seen.get(total, 0) + 1
            sides = sorted((node.left, node.right), key=self.height, reverse=True)
            found = walk(sides[0], total) or walk(sides[1], total)
            seen[total] -= 1
            return found

        return walk(root, 0)
