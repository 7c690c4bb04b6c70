# Two pointers from both ends, on an array that nobody has sorted.
class Solution:
    def findPairs(self, nums, target):
        left, right, pairs = 0, len(nums) - 1, set()
        while left < right:
            total = nums[left] + nums[right]
            if total == target:
                pairs.add((min(nums[left], nums[right]), max(nums[left], nums[right])))
                left += 1
            elif total < target:
                left += 1
            else:
                right -= 1
        return [list(pair) for pair in pairs]
