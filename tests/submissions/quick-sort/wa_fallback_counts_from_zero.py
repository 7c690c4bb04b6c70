# Introsort whose heap sort, called below the depth limit, takes its range for a list that begins at 0: it sifts a[0..n) instead of a[lo..hi). Random lists never get there; lists that make the median of three bad do (organ pipe: 0, 1, ..., 99, 99, ..., 1, 0).
class Solution:
    def sortArray(self, nums):
        self.introsort(nums, 0, len(nums) - 1, 2 * max(1, len(nums)).bit_length())
        return nums

    def introsort(self, a, lo, hi, limit):
        while hi - lo >= 8:
            if limit == 0:
                self.heapsort(a, hi - lo + 1)
                return
            limit -= 1
            mid = (lo + hi) // 2
            if a[mid] < a[lo]:
                a[mid], a[lo] = a[lo], a[mid]
            if a[hi] < a[lo]:
                a[hi], a[lo] = a[lo], a[hi]
            if a[hi] < a[mid]:
                a[hi], a[mid] = a[mid], a[hi]
            pivot = a[mid]
            i, j = lo, hi
            while i <= j:
                while a[i] < pivot:
                    i += 1
                while pivot < a[j]:
                    j -= 1
                if i <= j:
                    a[i], a[j] = a[j], a[i]
                    i, j = i + 1, j - 1
            if j - lo < hi - i:
                self.introsort(a, lo, j, limit)
                lo = i
            else:
                self.introsort(a, i, hi, limit)
                hi = j
        for i in range(lo + 1, hi + 1):
            x, j = a[i], i
            while j > lo and x < a[j - 1]:
                a[j] = a[j - 1]
                j -= 1
            a[j] = x

    def heapsort(self, a, n):
        for i in range(n // 2 - 1, -1, -1):
            self.sift(a, i, n)
        for end in range(n - 1, 0, -1):
            a[0], a[end] = a[end], a[0]
            self.sift(a, 0, end)

    def sift(self, a, i, n):
        while 2 * i + 1 < n:
            c = 2 * i + 1
            if c + 1 < n and a[c] < a[c + 1]:
                c += 1
            if a[i] >= a[c]:
                return
            a[i], a[c] = a[c], a[i]
            i = c
