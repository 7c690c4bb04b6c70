# The hare gives up after 500 steps.
class Solution:
    def detectCycle(self, head):
        slow = fast = head
        for _ in range(500):
            if not fast or not fast.next:
                return None
            slow, fast = slow.next, fast.next.next
            if slow is fast:
                break
        else:
            return None
        while head is not slow:
            head, slow = head.next, slow.next
        return head
