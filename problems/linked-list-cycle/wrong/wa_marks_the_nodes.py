# Marks the nodes that it has seen by overwriting their values: the list is changed.
class Solution:
    def detectCycle(self, head):
        seen = "seen"
        while head:
            if head.val is seen:
                return head
            head.val = seen
            head = head.next
        return None
