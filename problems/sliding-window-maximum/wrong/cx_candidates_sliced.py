# The right idea, but a list whose front is removed by slicing: the candidates are copied, many when the numbers fall.
class Solution:
    def maxSlidingWindow(self, nums, k):
        q, answer = [], []
        for i, x in enumerate(nums):
            while q and nums[q[-1]] < x:
                q.pop()
            q.append(i)
            if q[0] == i - k:
                q = q[1:]
            if i >= k - 1:
                answer.append(nums[q[0]])
        return answer
