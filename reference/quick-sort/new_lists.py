# Quicksort as it reads in a textbook on functional programming: three new lists around a random pivot.
class Solution:
    def sortArray(self, nums):
        if not nums:
            return []
        pivot = random.choice(nums)
        less = [x for x in nums if x < pivot]
        equal = [x for x in nums if x == pivot]
        more = [x for x in nums if x > pivot]
        return self.sortArray(less) + equal + self.sortArray(more)
