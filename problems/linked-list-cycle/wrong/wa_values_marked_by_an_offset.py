# Two million added to its value marks a node, and is taken off again: a larger value looks marked.
class Solution:
    def detectCycle(self, head):
        M = 10**6
        cur = head
        while cur and cur.val < M:
            cur.val += 2 * M
            cur = cur.next
        ans = cur
        while head and head.val >= M:
            head.val -= 2 * M
            head = head.next
        return ans
