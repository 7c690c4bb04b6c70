from bisect import bisect_left, insort


class Solution:
    """Sorted prefix sums of the path: found in O(log n), inserted and deleted in O(n)."""

    def hasUpwardPathSum(self, root, targetSum):
        ordered = []

        def walk(node, total):
            if not node:
                return False
            insort(ordered, -total)
            total += node.val
            want = targetSum - total
            at = bisect_left(ordered, want)
            if at < len(ordered) and ordered[at] == want:
                return True
            found = walk(node.left, total) or walk(node.right, total)
            before = total - node.val
            del ordered[bisect_left(ordered, -before)]
            return found

        return walk(root, 0)
