# The well-known mark: an attribute on every node that was visited, left there
class Solution:
    def detectCycle(self, head):
        while head:
            if hasattr(head, "visited"): return head
            head.visited = True
            head = head.next
        return None
