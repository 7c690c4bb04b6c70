# Falling numbers are stepped along; when the maximum leaves and the rest also rises, it is searched.
class Solution:
    def maxSlidingWindow(self, nums, k):
        answer, at, fall = [], -1, 0
        for i, number in enumerate(nums):
            if i and number > nums[i - 1]:
                fall = i
            if at < 0 or number >= nums[at]:
                at = i
            first = i - k + 1
            if at < first:
                at = first
                if fall > first:
                    for j in range(first, i + 1):
                        if nums[j] >= nums[at]:
                            at = j
            if first >= 0:
                answer.append(nums[at])
        return answer
