# Sorting and two pointers: O(n log n), more than what a set of numbers needs.
class Solution:
    def findPairs(self, nums, target):
        nums = sorted(nums)
        left, right, pairs = 0, len(nums) - 1, []
        while left < right:
            total = nums[left] + nums[right]
            if total < target:
                left += 1
            elif total > target:
                right -= 1
            else:
                pairs.append([nums[left], nums[right]])
                left += 1
                while left < right and nums[left] == nums[left - 1]:
                    left += 1
        return pairs
