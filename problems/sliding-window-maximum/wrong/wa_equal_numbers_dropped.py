# The deque keeps values, drops equal ones too, and still removes the front when an equal value leaves the window.
from collections import deque


class Solution:
    def maxSlidingWindow(self, nums, k):
        q, answer = deque(), []
        for i, x in enumerate(nums):
            if i >= k and q and q[0] == nums[i - k]:
                q.popleft()
            while q and q[-1] <= x:
                q.pop()
            q.append(x)
            if i >= k - 1:
                answer.append(q[0])
        return answer
