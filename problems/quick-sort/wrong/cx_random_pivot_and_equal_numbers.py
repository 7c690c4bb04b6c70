# A random pivot, and everything up to it goes to the left: of equal numbers all do, and each part is one shorter.
import random


class Solution:
    def sortArray(self, nums):
        parts = [(0, len(nums) - 1)]
        while parts:
            low, high = parts.pop()
            if low < high:
                at = self._partition(nums, low, high)
                parts += [(low, at - 1), (at + 1, high)]
        return nums

    def _partition(self, nums, low, high):
        chosen = random.randint(low, high)
        nums[chosen], nums[high] = nums[high], nums[chosen]
        pivot, at = nums[high], low - 1
        for i in range(low, high):
            if nums[i] <= pivot:
                at += 1
                nums[at], nums[i] = nums[i], nums[at]
        nums[at + 1], nums[high] = nums[high], nums[at + 1]
        return at + 1
