# The smallest number is found and removed n times: short to write, O(n) each in C.
class Solution:
    def sortArray(self, nums):
        out = []
        while nums:
            low = min(nums)
            nums.remove(low)
            out.append(low)
        return out
