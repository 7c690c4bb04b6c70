# Numbers are kept as floats of 32 bits: of two large ones that differ by little either may win.
from array import array


class Solution:
    def maxSlidingWindow(self, nums, k):
        kept = array("f", nums)
        found = []
        for start in range(len(nums) - k + 1):
            best = start
            for i in range(start, start + k):
                if kept[i] > kept[best]:
                    best = i
            found.append(nums[best])
        return found
