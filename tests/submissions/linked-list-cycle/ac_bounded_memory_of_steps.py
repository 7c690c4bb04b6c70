"""Floyd, with a black box of the last 1,024 positions kept for debugging: constant extra space."""
from collections import deque


class Solution:
    def detectCycle(self, head):
        trace = deque(maxlen=1024)
        slow = fast = head
        step = 0
        while fast is not None and fast.next is not None:
            slow, fast = slow.next, fast.next.next
            step += 1
            trace.append((step, slow.val, fast and fast.val))
            if slow is fast:
                break
        else:
            return None
        slow = head
        while slow is not fast:
            slow, fast = slow.next, fast.next
        return slow
