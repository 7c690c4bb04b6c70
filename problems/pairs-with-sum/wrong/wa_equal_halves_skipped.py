# Two equal numbers are never taken for a pair.
class Solution:
    def findPairs(self, nums, target):
        seen = set(nums)
        return [[x, target - x] for x in seen if x < target - x and target - x in seen]
