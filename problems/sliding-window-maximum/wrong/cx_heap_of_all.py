# A heap from which old numbers are dropped late: O(n log n), when the numbers rise and nothing ever leaves.
import heapq


class Solution:
    def maxSlidingWindow(self, nums, k):
        heap, answer = [], []
        for i, x in enumerate(nums):
            heapq.heappush(heap, (-x, i))
            while heap[0][1] <= i - k:
                heapq.heappop(heap)
            if i >= k - 1:
                answer.append(-heap[0][0])
        return answer
