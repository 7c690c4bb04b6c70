# Returns the value of the node instead of the node.
class Solution:
    def detectCycle(self, head):
        slow = fast = head
        while fast and fast.next:
            slow, fast = slow.next, fast.next.next
            if slow is fast:
                start = head
                while start is not slow:
                    start, slow = start.next, slow.next
                return start.val
        return None
