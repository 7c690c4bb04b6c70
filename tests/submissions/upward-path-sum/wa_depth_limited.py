class Solution:
    """Paths of at most 100 nodes are tried."""

    def hasUpwardPathSum(self, root, targetSum):
        stack = [(root, None)]
        while stack:
            node, above = stack.pop()
            if not node:
                continue
            chain = (node.val, above)
            total, link, length = 0, chain, 0
            while link and length < 100:
                total += link[0]
                if total == targetSum:
                    return True
                link = link[1]
                length += 1
            stack.append((node.left, chain))
            stack.append((node.right, chain))
        return False
