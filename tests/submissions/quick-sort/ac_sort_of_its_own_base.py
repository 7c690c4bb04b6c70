import random


class Sorter:
    def sort(self, a, lo, hi):
        while hi - lo > 1:
            p = a[random.randrange(lo, hi)]
            i, j = lo, hi - 1
            while i <= j:
                while a[i] < p: i += 1
                while a[j] > p: j -= 1
                if i <= j:
                    a[i], a[j] = a[j], a[i]
                    i += 1
                    j -= 1
            self.sort(a, lo, j + 1)
            lo = i


class Solution(Sorter):
    def sortArray(self, nums):
        self.sort(nums, 0, len(nums))
        return nums
