# top copies the whole array through a view of it, to look at its last eight bytes.
from array import array


class MinStack:
    def __init__(self):
        self.values, self.lows = array("q"), array("q")

    def push(self, val):
        self.values.append(val)
        self.lows.append(min(val, self.lows[-1]) if self.lows else val)

    def pop(self):
        self.values.pop()
        self.lows.pop()

    def top(self):
        return int.from_bytes(memoryview(self.values).tobytes()[-8:], "little", signed=True)

    def getMin(self):
        return self.lows[-1]
