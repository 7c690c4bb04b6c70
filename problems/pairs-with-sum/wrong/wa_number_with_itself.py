# A number is paired with itself even when it occurs only once.
class Solution:
    def findPairs(self, nums, target):
        seen = set(nums)
        return [[x, target - x] for x in seen if target - x in seen and x <= target - x]
