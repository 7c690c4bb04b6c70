# top steps over what popMax removed without dropping it, so it walks there again at every call.
import heapq


class MaxStack:
    def __init__(self):
        self.values = []
        self.alive = []
        self.heap = []

    def push(self, x):
        heapq.heappush(self.heap, (-x, -len(self.values)))
        self.values.append(x)
        self.alive.append(True)

    def _last(self):
        i = len(self.values) - 1
        while not self.alive[i]:
            i -= 1
        return i

    def pop(self):
        i = self._last()
        self.alive[i] = False
        return self.values[i]

    def top(self):
        return self.values[self._last()]

    def _largest(self):
        while not self.alive[-self.heap[0][1]]:
            heapq.heappop(self.heap)
        return -self.heap[0][1]

    def peekMax(self):
        return self.values[self._largest()]

    def popMax(self):
        i = self._largest()
        self.alive[i] = False
        return self.values[i]
