# The first value goes through float, and stays one.
class Solution:
    def detectCycle(self, head):
        p, k = head, 0
        slow = fast = head
        if head:
            head.val = float(head.val)
        while fast and fast.next:
            slow, fast = slow.next, fast.next.next
            if slow is fast:
                while head is not slow:
                    head, slow = head.next, slow.next
                return head
        return None
