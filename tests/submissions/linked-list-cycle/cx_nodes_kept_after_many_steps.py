# Two runners for 9,000 steps, and then a set of all nodes after all.
class Solution:
    def detectCycle(self, head):
        slow = fast = head
        for _ in range(9_000):
            if fast is None or fast.next is None:
                return None
            slow, fast = slow.next, fast.next.next
            if slow is fast:
                slow = head
                while slow is not fast:
                    slow, fast = slow.next, fast.next
                return slow
        seen, node = set(), head
        while node is not None:
            if node in seen:
                return node
            seen.add(node)
            node = node.next
        return None
