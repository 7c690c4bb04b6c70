# Random pivot, two sides, equal ones to the right. A part whose pivot was its least for the eighth time in a row gives
# away all that are equal to it, so at most eight passes are for nothing: expected O(n log n) on every input.
import random
class Solution:
    def sortArray(self, nums):
        out, todo = [], [(nums, 0)]
        while todo:
            a, tries = todo.pop()
            if len(a) < 2 or min(a) == max(a):
                out += a
                continue
            at = random.randrange(len(a))
            a[at], a[-1] = a[-1], a[at]
            p = a.pop()
            less = [x for x in a if x < p]
            if tries == 8 and not less:
                todo += [([x for x in a if x > p], 0), ([x for x in a if x == p] + [p], 0)]
            else:
                rest = [x for x in a if x >= p]
                todo += [(rest, 0 if less else tries + 1), ([p], 0), (less, 0)]
        return out
