# The recursion ends at two numbers instead of one.
class Solution:
    def sortArray(self, nums):
        if len(nums) <= 2:
            return nums
        pivot = random.choice(nums)
        less = [x for x in nums if x < pivot]
        equal = [x for x in nums if x == pivot]
        more = [x for x in nums if x > pivot]
        return self.sortArray(less) + equal + self.sortArray(more)
