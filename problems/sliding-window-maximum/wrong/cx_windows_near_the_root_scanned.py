# Windows of up to two roots of the length are looked through one by one: right for 3, too slow for 300.
from collections import deque


class Solution:
    def maxSlidingWindow(self, nums, k):
        if k * k <= 4 * len(nums):
            return [max(nums[at : at + k]) for at in range(len(nums) - k + 1)]
        best, answer = deque(), []
        for at, number in enumerate(nums):
            while best and nums[best[-1]] <= number:
                best.pop()
            best.append(at)
            if best[0] == at - k:
                best.popleft()
            if at >= k - 1:
                answer.append(nums[best[0]])
        return answer
