# Radix sort on the digits, which forgets that numbers may be negative.
class Solution:
    def sortArray(self, nums):
        place, top = 1, max(nums, default=0)
        while place <= top:
            buckets = [[] for _ in range(10)]
            for x in nums:
                buckets[x // place % 10].append(x)
            nums = [x for bucket in buckets for x in bucket]
            place *= 10
        return nums
