class Solution:
    def maxSlidingWindow(self, nums: list[int], k: int) -> list[int]:
        """Return the largest number of each window of k numbers, from left to right."""
        # TODO
