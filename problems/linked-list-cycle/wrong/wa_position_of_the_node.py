# Returns the index of the node instead of the node.
class Solution:
    def detectCycle(self, head):
        slow = fast = head
        while fast and fast.next:
            slow, fast = slow.next, fast.next.next
            if slow is fast:
                index, start = 0, head
                while start is not slow:
                    start, slow, index = start.next, slow.next, index + 1
                return index
        return None
