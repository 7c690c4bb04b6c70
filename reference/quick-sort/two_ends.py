# Two indices that run towards each other and both stop at equal numbers; the smaller side by recursion.
from random import randint
from typing import List


class Solution:
    def sortArray(self, nums: List[int]) -> List[int]:
        self.sort_range(nums, 0, len(nums) - 1)
        return nums

    def sort_range(self, nums: List[int], low: int, high: int) -> None:
        while low < high:
            pivot = nums[randint(low, high)]
            i, j = low, high
            while i <= j:
                while nums[i] < pivot:
                    i += 1
                while nums[j] > pivot:
                    j -= 1
                if i <= j:
                    nums[i], nums[j] = nums[j], nums[i]
                    i += 1
                    j -= 1
            if j - low < high - i:
                self.sort_range(nums, low, j)
                low = i
            else:
                self.sort_range(nums, i, high)
                high = j
