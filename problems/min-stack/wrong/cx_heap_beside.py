# A heap with lazy deletion beside the stack: a push of a new minimum climbs O(log n) levels.
import heapq


class MinStack:
    def __init__(self):
        self.stack = []
        self.heap = []
        self.gone = set()
        self.count = 0

    def push(self, val):
        self.stack.append((val, self.count))
        heapq.heappush(self.heap, (val, self.count))
        self.count += 1

    def pop(self):
        self.gone.add(self.stack.pop()[1])
        while self.heap and self.heap[0][1] in self.gone:
            self.gone.discard(heapq.heappop(self.heap)[1])

    def top(self):
        return self.stack[-1][0]

    def getMin(self):
        return self.heap[0][0]
