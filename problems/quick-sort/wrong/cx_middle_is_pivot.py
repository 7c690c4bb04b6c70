# The middle number is the pivot: good on sorted input, quadratic where numbers rise to the middle and fall.
class Solution:
    def sortArray(self, nums):
        if len(nums) <= 1:
            return nums
        pivot = nums[len(nums) // 2]
        less = [x for x in nums if x < pivot]
        equal = [x for x in nums if x == pivot]
        more = [x for x in nums if x > pivot]
        return self.sortArray(less) + equal + self.sortArray(more)
