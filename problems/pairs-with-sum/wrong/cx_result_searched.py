# Repeated pairs are avoided by searching the list of results: slow only when there are many pairs.
class Solution:
    def findPairs(self, nums, target):
        seen, pairs = set(), []
        for x in nums:
            if target - x in seen:
                pair = [min(x, target - x), max(x, target - x)]
                if pair not in pairs:
                    pairs.append(pair)
            seen.add(x)
        return pairs
