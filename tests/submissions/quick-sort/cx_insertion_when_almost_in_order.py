# Counts the places where the list falls, and calls it "almost sorted" when there are at most 8: insertion sort then. But one fall may be far: a rotated sorted list (n/2+1..n, 1..n/2), or several rising blocks in falling order, cost O(n^2). Sorted, random, reversed and organ-pipe lists are fast.
import random


class Solution:
    def sortArray(self, nums):
        falls = sum(nums[i] > nums[i + 1] for i in range(len(nums) - 1))
        if falls <= 8:
            return self.insertion(nums)
        return self.quick(nums)

    def insertion(self, nums):
        for i in range(1, len(nums)):
            x, j = nums[i], i - 1
            while j >= 0 and nums[j] > x:
                nums[j + 1] = nums[j]
                j -= 1
            nums[j + 1] = x
        return nums

    def quick(self, nums):
        if len(nums) < 2:
            return nums
        p = nums[random.randrange(len(nums))]
        less, same, more = [], [], []
        for x in nums:
            (less if x < p else more if x > p else same).append(x)
        return self.quick(less) + same + self.quick(more)
