# Returns the node where slow and fast meet, which is on the cycle but seldom its beginning.
class Solution:
    def detectCycle(self, head):
        slow = fast = head
        while fast and fast.next:
            slow, fast = slow.next, fast.next.next
            if slow is fast:
                return slow
        return None
