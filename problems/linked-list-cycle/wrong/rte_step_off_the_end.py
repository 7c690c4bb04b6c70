# The fast pointer takes its second step without looking whether the first led anywhere.
class Solution:
    def detectCycle(self, head):
        slow = fast = head
        while fast:
            slow, fast = slow.next, fast.next.next
            if slow is fast:
                start = head
                while start is not slow:
                    start, slow = start.next, slow.next
                return start
        return None
