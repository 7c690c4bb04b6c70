import random


class Solution:
    def sortArray(self, nums):
        self.sort(nums, 0, len(nums) - 1)
        return nums

    def sort(self, nums, low, high):
        if low >= high:
            return
        pivot = nums[random.randint(low, high)]
        lt, i, gt = low, low, high
        while i <= gt:
            if nums[i] < pivot:
                nums[lt], nums[i] = nums[i], nums[lt]
                lt += 1
                i += 1
            elif nums[i] > pivot:
                nums[i], nums[gt] = nums[gt], nums[i]
                gt -= 1
            else:
                i += 1
        self.sort(nums, low, lt - 1)
        self.sort(nums, gt + 1, high)
