# The running maximum is kept, but never given up when it leaves the window.
class Solution:
    def maxSlidingWindow(self, nums, k):
        best = max(nums[:k])
        answer = [best]
        for x in nums[k:]:
            best = max(best, x)
            answer.append(best)
        return answer
