class Solution:
    """Levels, nodes and integers are checked against the statement on the way."""

    def hasUpwardPathSum(self, root, targetSum):
        assert -(2**31) <= targetSum < 2**31, f"the target {targetSum} is beyond 32 bits"
        above, todo, nodes = {0: 1}, [(root, 0, 1)], 0
        while todo:
            node, total, level = todo.pop()
            if node is None:
                continue
            if not level:
                above[total] -= 1
                continue
            nodes += 1
            assert nodes <= 100_000, "more than 100,000 nodes"
            assert level <= 10_000, "more than 10,000 levels"
            assert -(2**31) <= node.val < 2**31, f"{node.val} is beyond 32 bits"
            total += node.val
            if above.get(total - targetSum):
                return True
            above[total] = above.get(total, 0) + 1
            todo += [(node, total, 0), (node.left, total, level + 1), (node.right, total, level + 1)]
        return False
