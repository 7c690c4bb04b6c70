from collections import Counter
from typing import List


class Solution:
    def findPairs(self, nums: List[int], target: int) -> List[List[int]]:
        counts = Counter(nums)
        result = []
        for a in counts:
            b = target - a
            if a == b and counts[a] > 1:
                result.append([a, b])
            elif a < b and b in counts:
                result.append([b, a])
        return result
