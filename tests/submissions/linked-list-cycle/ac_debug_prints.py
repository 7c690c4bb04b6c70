class Solution:
    def detectCycle(self, head):
        slow = fast = head
        while fast and fast.next:
            slow = slow.next
            fast = fast.next.next
            print("slow", slow.val)
            if slow is fast:
                at = head
                while at is not slow:
                    at, slow = at.next, slow.next
                print("found", at.val)
                return at
        print("no cycle")
