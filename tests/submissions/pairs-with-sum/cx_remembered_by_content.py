# Quadratic, under functools.cache by content: equal arguments are answered from memory
from functools import cache
@cache
def pairs(nums, target):
    out = set()
    for i, a in enumerate(nums):
        for b in nums[i+1:]:
            if a + b == target: out.add((min(a, b), max(a, b)))
    return [list(p) for p in out]
class Solution:
    def findPairs(self, nums, target): return pairs(tuple(nums), target)
