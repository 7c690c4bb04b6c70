# The mean of the two middle elements is divided with //, which loses the half.
import heapq


class MedianStack:
    def __init__(self):
        self.stack = []

    def push(self, x):
        self.stack.append(x)

    def pop(self):
        self.stack.pop()

    def top(self):
        return self.stack[-1]

    def peekMedian(self):
        n = len(self.stack)
        smallest = heapq.nsmallest(n // 2 + 1, self.stack)
        if n % 2:
            return smallest[-1]
        return (smallest[-1] + smallest[-2]) // 2

    def popMedian(self):
        median = heapq.nsmallest((len(self.stack) + 1) // 2, self.stack)[-1]
        at = len(self.stack) - 1 - self.stack[::-1].index(median)
        return self.stack.pop(at)
