# pop only counts; the next other call removes all that were popped: one call in many is O(n).
class MinStack:
    def __init__(self):
        self.rows = []
        self.popped = 0

    def _settle(self):
        while self.popped:
            self.rows.pop()
            self.popped -= 1

    def push(self, val):
        self._settle()
        self.rows.append((val, min(val, self.rows[-1][1]) if self.rows else val))

    def pop(self):
        self.popped += 1

    def top(self):
        self._settle()
        return self.rows[-1][0]

    def getMin(self):
        self._settle()
        return self.rows[-1][1]
