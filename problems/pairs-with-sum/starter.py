class Solution:
    def findPairs(self, nums: list[int], target: int) -> list[list[int]]:
        """Return every pair of values with the sum target, once each, in any order."""
        # TODO
