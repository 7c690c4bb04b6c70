# A queue made of two stacks, each of which knows its maximum.
class MaxStack:
    def __init__(self):
        self.items = []

    def push(self, item):
        top = max(item, self.items[-1][1]) if self.items else item
        self.items.append((item, top))

    def pop(self):
        return self.items.pop()[0]


class MaxQueue:
    def __init__(self):
        self.inbox, self.outbox = MaxStack(), MaxStack()

    def add(self, item):
        self.inbox.push(item)

    def remove(self):
        if not self.outbox.items:
            while self.inbox.items:
                self.outbox.push(self.inbox.pop())
        self.outbox.pop()

    def maximum(self):
        return max(s.items[-1][1] for s in (self.inbox, self.outbox) if s.items)


class Solution:
    def maxSlidingWindow(self, nums, k):
        queue, out = MaxQueue(), []
        for i in range(len(nums)):
            queue.add(nums[i])
            if i + 1 >= k:
                out.append(queue.maximum())
                queue.remove()
        return out
