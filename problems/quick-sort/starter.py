class Solution:
    def sortArray(self, nums: list[int]) -> list[int]:
        """Return the numbers in ascending order."""
        # TODO
        return nums
