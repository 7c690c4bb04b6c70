# One set serves a whole chain; only where the path forks it is copied: where every node forks, that is O(n^2).
class Solution:
    def hasUpwardPathSum(self, root, targetSum):
        def walk(node, total, seen):
            while node is not None:
                total += node.val
                if total - targetSum in seen:
                    return True
                seen.add(total)
                if node.left is None or node.right is None:
                    node = node.left or node.right
                    continue
                if self._is_leaf(node.left):
                    if total + node.left.val - targetSum in seen:
                        return True
                elif walk(node.left, total, set(seen)):
                    return True
                node = node.right
            return False

        return walk(root, 0, {0})

    def _is_leaf(self, node):
        return node.left is None and node.right is None
