from heapq import heappush, heappop


class MaxStack:
    """The heap puts the oldest of equal maxima first."""

    def __init__(self):
        self.h, self.s, self.gone, self.i = [], [], set(), 0

    def push(self, x):
        heappush(self.h, (-x, self.i))
        self.s.append((x, self.i))
        self.i += 1

    def pop(self):
        self.top()
        x, i = self.s.pop()
        self.gone.add(i)
        return x

    def top(self):
        while self.s[-1][1] in self.gone:
            self.s.pop()
        return self.s[-1][0]

    def peekMax(self):
        while self.h[0][1] in self.gone:
            heappop(self.h)
        return -self.h[0][0]

    def popMax(self):
        self.peekMax()
        x, i = heappop(self.h)
        self.gone.add(i)
        return -x
