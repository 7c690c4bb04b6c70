# Returns with the first pair that is found.
class Solution:
    def findPairs(self, nums, target):
        seen = set()
        for x in nums:
            if target - x in seen:
                return [[target - x, x]]
            seen.add(x)
        return []
