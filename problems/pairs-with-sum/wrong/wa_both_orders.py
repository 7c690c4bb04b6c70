# [a, b] and [b, a] are kept as two pairs.
class Solution:
    def findPairs(self, nums, target):
        seen, pairs = set(), set()
        for x in nums:
            if target - x in seen:
                pairs.add((target - x, x))
            seen.add(x)
        return [list(pair) for pair in pairs]
