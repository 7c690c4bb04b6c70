# Remembers every node in a list and looks through it: O(n^2) time and O(n) space.
class Solution:
    def detectCycle(self, head):
        seen = []
        while head:
            if head in seen:
                return head
            seen.append(head)
            head = head.next
        return None
