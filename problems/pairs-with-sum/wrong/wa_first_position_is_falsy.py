# The partner's position is tested for truth: position 0 counts as not found.
class Solution:
    def findPairs(self, nums, target):
        position, pairs = {}, set()
        for i, x in enumerate(nums):
            if position.get(target - x):
                pairs.add((min(x, target - x), max(x, target - x)))
            position.setdefault(x, i)
        return [list(pair) for pair in pairs]
