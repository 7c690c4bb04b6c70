# Lets every node that it has seen point to itself: the list is destroyed.
class Solution:
    def detectCycle(self, head):
        before = None
        while head:
            if head.next is head:
                return head
            following = head.next
            head.next = head
            before, head = head, following
        return None
