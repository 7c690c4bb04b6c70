# The pivot is the mean of the smallest and the largest: each power of two is larger than that, but for one.
class Solution:
    def sortArray(self, nums):
        answer, pending = [], [nums]
        while pending:
            part = pending.pop()
            if not part:
                continue
            low, high = min(part), max(part)
            if low == high:
                answer += part
            else:
                pivot = (low + high) // 2
                pending.append([number for number in part if number > pivot])
                pending.append([number for number in part if number <= pivot])
        return answer
