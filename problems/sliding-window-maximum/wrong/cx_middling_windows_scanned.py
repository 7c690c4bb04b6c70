# Very short and very long windows have a way each of their own; those between are looked through one by one.
from collections import deque


class Solution:
    def maxSlidingWindow(self, nums, k):
        if len(nums) // 16 < k <= len(nums) // 4:
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
