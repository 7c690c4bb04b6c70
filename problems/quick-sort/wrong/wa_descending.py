# Left and right mixed up: descending order.
class Solution:
    def sortArray(self, nums):
        if not nums:
            return []
        pivot = random.choice(nums)
        return (
            self.sortArray([x for x in nums if x > pivot])
            + [x for x in nums if x == pivot]
            + self.sortArray([x for x in nums if x < pivot])
        )
