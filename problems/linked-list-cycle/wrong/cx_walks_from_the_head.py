# O(1) space, but for each node it walks from the head again to see whether it has passed there before.
class Solution:
    def detectCycle(self, head):
        node, steps = head, 0
        while node:
            walker = head
            for _ in range(steps):
                if walker is node:
                    return node
                walker = walker.next
            node, steps = node.next, steps + 1
        return None
