# The window is looked at again only when its maximum leaves: that happens at every step when the numbers fall.
class Solution:
    def maxSlidingWindow(self, nums, k):
        best = max(nums[:k])
        answer = [best]
        for i in range(k, len(nums)):
            if nums[i] >= best:
                best = nums[i]
            elif nums[i - k] == best:
                best = max(nums[i - k + 1:i + 1])
            answer.append(best)
        return answer
