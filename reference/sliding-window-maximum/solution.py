"""Keep the positions that can still hold a maximum; their numbers stand in decreasing order.

A new number removes from the right end all numbers that are not larger: they are older and not larger, so no window
that is still to come needs them. The position at the left end is the maximum of the window, and leaves when the window
has passed it. Every position joins once and leaves once, so the whole is O(n), with O(k) extra memory.
"""

from collections import deque


class Solution:
    def maxSlidingWindow(self, nums: list[int], k: int) -> list[int]:
        best = deque()
        answer = []
        for at, number in enumerate(nums):
            while best and nums[best[-1]] <= number:
                best.pop()
            best.append(at)
            if best[0] <= at - k:
                best.popleft()
            if at >= k - 1:
                answer.append(nums[best[0]])
        return answer
