"""Partition in place into three groups, less than, equal to and greater than a random pivot; sort the outer two.

The random pivot makes every input alike: the expected number of comparisons is about 1.39 n log2 n, whether the
numbers are sorted, reversed or piped. The middle group is never looked at again, so equal numbers, the other
classical trap, make it faster: O(n) when all are equal. A stack of ranges stands in for the recursion.
"""

import random


class Solution:
    def sortArray(self, nums: list[int]) -> list[int]:
        pending = [(0, len(nums))]
        while pending:
            low, high = pending.pop()
            if low < high:
                less, greater = self._partition(nums, low, high, random.choice(range(low, high)))
                pending.append((low, less))
                pending.append((greater, high))
        return nums

    def _partition(self, nums: list[int], low: int, high: int, chosen: int) -> tuple[int, int]:
        """Regroup nums[low:high] around nums[chosen]; return where the equal ones begin and end."""
        pivot = nums[chosen]
        at = low
        while at < high:
            number = nums[at]
            if number < pivot:
                nums[low], nums[at] = number, nums[low]
                low += 1
                at += 1
            elif number > pivot:
                high -= 1
                nums[at], nums[high] = nums[high], number
            else:
                at += 1
        return low, high
