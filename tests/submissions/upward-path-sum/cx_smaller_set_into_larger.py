# Every subtree hands up the set of its sums from the root, the smaller one poured into the larger one: O(n log n) on balanced trees.
# Bound broken (total): a complete tree with different sums and no answer: log2(n) / 2 - 1 steps per node.
class Solution:
    def hasUpwardPathSum(self, root, targetSum):
        order = []
        todo = [(root, 0)] if root else []
        above = {}
        while todo:
            node, total = todo.pop()
            above[id(node)] = total
            order.append(node)
            total += node.val
            for child in (node.left, node.right):
                if child:
                    todo.append((child, total))
        sums = {}
        for node in reversed(order):
            left = sums.pop(id(node.left), None) or set()
            right = sums.pop(id(node.right), None) or set()
            if len(left) < len(right):
                left, right = right, left
            for total in right:
                left.add(total)
            left.add(above[id(node)] + node.val)
            if above[id(node)] + targetSum in left:
                return True
            sums[id(node)] = left
        return False
