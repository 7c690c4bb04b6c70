# Forgets the empty list.
class Solution:
    def detectCycle(self, head):
        slow, fast = head.next, head.next and head.next.next
        while slow is not fast:
            if not fast or not fast.next:
                return None
            slow, fast = slow.next, fast.next.next
        if not slow:
            return None
        while head is not slow:
            head, slow = head.next, slow.next
        return head
