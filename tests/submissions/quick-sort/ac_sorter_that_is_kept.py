# A helper object with a method that is called sort, as many would call it.
from random import randint


class Quick:
    def sort(self, items, low, high):
        while low < high:
            pivot = items[randint(low, high)]
            left, right = low, high
            while left <= right:
                while items[left] < pivot:
                    left += 1
                while items[right] > pivot:
                    right -= 1
                if left <= right:
                    items[left], items[right] = items[right], items[left]
                    left, right = left + 1, right - 1
            if right - low < high - left:
                self.sort(items, low, right)
                low = left
            else:
                self.sort(items, left, high)
                high = right


class Solution:
    def __init__(self):
        self.quick = Quick()

    def sortArray(self, nums):
        self.quick.sort(nums, 0, len(nums) - 1)
        return nums
