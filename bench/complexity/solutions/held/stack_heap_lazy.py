import heapq
class MinStack:
    def __init__(self):
        self.s = []; self.h = []; self.alive = []
        self.n = 0
    def push(self, x):
        item = [x, self.n, True]
        self.n += 1
        self.s.append(item)
        heapq.heappush(self.h, item)
    def pop(self): self.s.pop()[2] = False
    def getMin(self):
        while not self.h[0][2]: heapq.heappop(self.h)
        return self.h[0][0]
