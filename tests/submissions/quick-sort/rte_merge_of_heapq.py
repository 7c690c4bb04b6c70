class Solution:
    def sortArray(self, nums):
        return list(merge(*([x] for x in nums)))
