# Equal ones go to one side, unless only two numbers differ: three, nearly all equal, are quadratic.
import random


class Solution:
    def sortArray(self, nums):
        done, todo = [], [nums]
        while todo:
            part = todo.pop()
            if not part:
                continue
            low, high = min(part), max(part)
            if all(x == low or x == high for x in part):
                lows = len(part) if low == high else part.count(low)
                done += [low] * lows + [high] * (len(part) - lows)
                continue
            at = random.randrange(len(part))
            part[at], part[-1] = part[-1], part[at]
            pivot = part.pop()
            todo += [[x for x in part if x >= pivot], [pivot], [x for x in part if x < pivot]]
        return done
