# Windows with the same sum, first and last number are taken for the same window.
class Solution:
    def maxSlidingWindow(self, nums, k):
        known = {}
        found = []
        total = sum(nums[: k - 1])
        for end in range(k - 1, len(nums)):
            start = end - k + 1
            total += nums[end]
            key = (total, nums[start], nums[end])
            if key not in known:
                known[key] = max(nums[start : end + 1])
            found.append(known[key])
            total -= nums[start]
        return found
