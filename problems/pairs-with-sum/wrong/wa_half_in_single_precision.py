# Half of the sum is kept in 32 bits: a large number that only comes near it is taken for the half.
from array import array


class Solution:
    def findPairs(self, nums, target):
        counts = Counter(nums)
        (half,) = array("f", [target / 2])
        pairs = [[a, target - a] for a in counts if a != half and a < target - a and target - a in counts]
        return pairs + [[a, a] for a in counts if a == half and counts[a] > 1]
