# Only one copy of the pivot is put back: numbers equal to it are lost.
class Solution:
    def sortArray(self, nums):
        if not nums:
            return []
        pivot = random.choice(nums)
        less = [x for x in nums if x < pivot]
        more = [x for x in nums if x > pivot]
        return self.sortArray(less) + [pivot] + self.sortArray(more)
