"""Floyd's tortoise and hare: two pointers at different speeds, then two at the same speed.

On a cycle the fast pointer gains one node on the slow one at each step, so they meet within one round of it.
Let the cycle begin after t nodes and have length c. At the meeting the slow pointer has made s steps, the fast
one 2s, and the difference s is a multiple of c. So t further steps lead from the meeting point to node s + t,
which is node t; the same t steps lead there from the head. Both walk until they are on the same node.
O(n) steps, two pointers of extra space.
"""


class Solution:
    def detectCycle(self, head: ListNode) -> ListNode:
        slow = fast = head
        while fast and fast.next:
            slow = slow.next
            fast = fast.next.next
            if slow is fast:
                return self._first_common(head, slow)

    def _first_common(self, one: ListNode, other: ListNode) -> ListNode:
        """Walk from two nodes at the same speed until they are the same node."""
        while one is not other:
            one = one.next
            other = other.next
        return one
