"""Cut the array into blocks of k: a window is the end of one block and the beginning of the next."""
from itertools import accumulate
from typing import List


class Solution:
    def maxSlidingWindow(self, nums: List[int], k: int) -> List[int]:
        from_left: List[int] = []
        to_right: List[int] = []
        for start in range(0, len(nums), k):
            block = nums[start:start + k]
            from_left += accumulate(block, max)
            to_right += reversed(list(accumulate(reversed(block), max)))
        return [max(pair) for pair in zip(to_right, from_left[k - 1:])]
