# The front is looked at after it left: with k = 1 nothing is there.
from collections import deque


class Solution:
    def maxSlidingWindow(self, nums, k):
        q, answer = deque(), []
        for i, x in enumerate(nums):
            while q and nums[q[-1]] < x:
                q.pop()
            if q and q[0] <= i - k:
                q.popleft()
            if i < k - 1:
                q.append(i)
                continue
            answer.append(max(nums[q[0]], x))
            q.append(i)
        return answer
