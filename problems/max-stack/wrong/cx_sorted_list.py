# A sorted list finds its place quickly, but makes and closes the gap by moving elements.
from bisect import bisect_left, insort


class MaxStack:
    def __init__(self):
        self.stack = []
        self.ordered = []
        self.gone = set()
        self.count = 0

    def push(self, x):
        self.stack.append((x, self.count))
        insort(self.ordered, (x, self.count))
        self.count += 1

    def _settle(self):
        while self.stack[-1][1] in self.gone:
            self.gone.discard(self.stack.pop()[1])

    def pop(self):
        self._settle()
        pair = self.stack.pop()
        del self.ordered[bisect_left(self.ordered, pair)]
        return pair[0]

    def top(self):
        self._settle()
        return self.stack[-1][0]

    def peekMax(self):
        return self.ordered[-1][0]

    def popMax(self):
        x, number = self.ordered.pop()
        self.gone.add(number)
        return x
