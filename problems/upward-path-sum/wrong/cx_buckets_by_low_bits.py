# A hash table written by hand, whose 1,024 buckets are chosen by the low bits of the sum: all in one bucket when the values are multiples of 1,024.
# Bound broken (total): a chain of values that are multiples of 1,024, and such a target.
class Table:
    def __init__(self):
        self.buckets = [[] for _ in range(1024)]

    def add(self, key):
        self.buckets[key & 1023].append(key)

    def remove(self, key):
        # it is the last one that was added to its bucket
        self.buckets[key & 1023].pop()

    def __contains__(self, key):
        for other in self.buckets[key & 1023]:
            if other == key:
                return True
        return False


class Solution:
    def hasUpwardPathSum(self, root, targetSum):
        table = Table()
        table.add(0)

        def walk(node, total):
            if node is None:
                return False
            total += node.val
            if total - targetSum in table:
                return True
            table.add(total)
            if walk(node.left, total) or walk(node.right, total):
                return True
            table.remove(total)
            return False

        return walk(root, 0)
