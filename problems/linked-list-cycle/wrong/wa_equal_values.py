# Compares values instead of nodes: equal values look like a cycle.
class Solution:
    def detectCycle(self, head):
        slow = fast = head
        while fast and fast.next:
            slow, fast = slow.next, fast.next.next
            if fast and slow.val == fast.val:
                start = head
                while start and slow and start.val != slow.val:
                    start, slow = start.next, slow.next
                return start
        return None
