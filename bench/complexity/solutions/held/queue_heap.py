import heapq
class Queue:
    def __init__(self): self.h = []; self.n = 0
    def push(self, x):
        heapq.heappush(self.h, (self.n, x))
        self.n += 1
    def pop(self): return heapq.heappop(self.h)[1]
    def peek(self): return self.h[0][1]
