# Remembers every node in a set: O(n) extra space.
class Solution:
    def detectCycle(self, head):
        seen = set()
        while head:
            if head in seen:
                return head
            seen.add(head)
            head = head.next
        return None
