# class ListNode:
#     def __init__(self, val=0, next=None):
#         self.val = val
#         self.next = next


class Solution:
    def detectCycle(self, head: ListNode) -> ListNode:
        """Return the node at which the cycle begins, or None."""
        # TODO
