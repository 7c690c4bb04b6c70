# The median of first, middle and last is the pivot: quadratic where numbers rise to the middle and fall.
class Solution:
    def sortArray(self, nums):
        if len(nums) <= 1:
            return nums
        a, b, c = nums[0], nums[len(nums) // 2], nums[-1]
        pivot = max(min(a, b), min(max(a, b), c))
        less = [x for x in nums if x < pivot]
        equal = [x for x in nums if x == pivot]
        more = [x for x in nums if x > pivot]
        return self.sortArray(less) + equal + self.sortArray(more)
