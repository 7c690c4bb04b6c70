# Measures the cycle, gives one pointer that lead, and walks both until they meet where the cycle begins.
from typing import Optional


class Solution:
    def detectCycle(self, head: Optional[ListNode]) -> Optional[ListNode]:
        on_cycle = self.node_on_cycle(head)
        leader = follower = head
        if on_cycle is not None:
            for _ in range(self.cycle_length(on_cycle)):
                leader = leader.next
            while follower is not leader:
                follower = follower.next
                leader = leader.next
            return follower

    def node_on_cycle(self, head: Optional[ListNode]) -> Optional[ListNode]:
        slow = head
        fast = head
        while fast is not None:
            fast = fast.next
            if fast is None:
                break
            fast = fast.next
            slow = slow.next
            if fast is slow:
                break
        return fast

    def cycle_length(self, node: ListNode) -> int:
        length = 1
        walker = node.next
        while walker is not node:
            walker = walker.next
            length += 1
        return length
