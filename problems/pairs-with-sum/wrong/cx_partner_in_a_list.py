# The numbers that have passed are kept in a list, so every look-up walks it.
class Solution:
    def findPairs(self, nums, target):
        seen, pairs = [], set()
        for x in nums:
            if target - x in seen:
                pairs.add((min(x, target - x), max(x, target - x)))
            elif x not in seen:
                seen.append(x)
        return [list(pair) for pair in pairs]
