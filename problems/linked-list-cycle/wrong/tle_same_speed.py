# Both pointers take one step at a time: on a cycle they keep their distance for ever.
class Solution:
    def detectCycle(self, head):
        if not head or not head.next:
            return None
        slow, fast = head, head.next
        while slow is not fast:
            if not fast:
                return None
            slow, fast = slow.next, fast.next
        return slow
