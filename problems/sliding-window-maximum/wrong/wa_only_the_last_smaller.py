# if instead of while: a new number removes only one smaller candidate before it.
from collections import deque


class Solution:
    def maxSlidingWindow(self, nums, k):
        q, answer = deque(), []
        for i, x in enumerate(nums):
            if q and nums[q[-1]] <= x:
                q.pop()
            q.append(i)
            if q[0] <= i - k:
                q.popleft()
            if i >= k - 1:
                answer.append(nums[q[0]])
        return answer
