# The window is kept sorted: inserting and deleting move up to k numbers.
from bisect import bisect_left, insort


class Solution:
    def maxSlidingWindow(self, nums, k):
        window, answer = sorted(nums[:k - 1]), []
        for i in range(k - 1, len(nums)):
            insort(window, nums[i])
            answer.append(window[-1])
            del window[bisect_left(window, nums[i - k + 1])]
        return answer
