from bisect import bisect_left


class Ordered(list):
    def put(self, item):
        at = bisect_left(self, item)
        self[at:at] = [item]

    def drop(self, item):
        del self[bisect_left(self, item)]


class MaxStack:
    def __init__(self):
        self.by_value = Ordered()
        self.by_time = Ordered()
        self.clock = 0

    def push(self, x):
        self.clock += 1
        self.by_value.put((x, self.clock))
        self.by_time.put((self.clock, x))

    def pop(self):
        at, x = self.by_time.pop()
        self.by_value.drop((x, at))
        return x

    def top(self):
        return self.by_time[-1][1]

    def peekMax(self):
        return self.by_value[-1][0]

    def popMax(self):
        x, at = self.by_value.pop()
        self.by_time.drop((at, x))
        return x
