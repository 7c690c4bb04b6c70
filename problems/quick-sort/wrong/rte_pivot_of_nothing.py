# The pivot is chosen before asking whether there is anything to sort.
class Solution:
    def sortArray(self, nums):
        pivot = random.choice(nums)
        less = [x for x in nums if x < pivot]
        equal = [x for x in nums if x == pivot]
        more = [x for x in nums if x > pivot]
        if less:
            less = self.sortArray(less)
        if more:
            more = self.sortArray(more)
        return less + equal + more
