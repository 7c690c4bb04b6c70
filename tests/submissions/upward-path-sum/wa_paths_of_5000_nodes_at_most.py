# Only the last 5,000 sums of the path are remembered.
class Solution:
    def hasUpwardPathSum(self, root, targetSum):
        path, above = [], {}

        def walk(node, before):
            if node is None:
                return False
            total = before + node.val
            path.append(before)
            above[before] = above.get(before, 0) + 1
            if len(path) > 5000:
                above[path[-5001]] -= 1
            found = above.get(total - targetSum, 0) > 0 or walk(node.left, total) or walk(node.right, total)
            if len(path) > 5000:
                above[path[-5001]] += 1
            above[path.pop()] -= 1
            return found

        return walk(root, 0)
