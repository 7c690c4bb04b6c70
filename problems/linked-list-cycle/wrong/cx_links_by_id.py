# Keeps how often each node was pointed to, in a dictionary by id: O(n) extra space.
class Solution:
    def detectCycle(self, head):
        if head is None:
            return None
        pointed_to = {id(head): 1}
        while head.next:
            head = head.next
            count = pointed_to.get(id(head), 0)
            if count:
                return head
            pointed_to[id(head)] = count + 1
        return None
