# The first number is the pivot: quadratic on lists that are in order, either way.
class Solution:
    def sortArray(self, nums):
        if len(nums) <= 1:
            return nums
        pivot = nums[0]
        less = [x for x in nums if x < pivot]
        equal = [x for x in nums if x == pivot]
        more = [x for x in nums if x > pivot]
        return self.sortArray(less) + equal + self.sortArray(more)
