# The list of positions of a value stays behind when it is empty, and is then asked for its last.
class MaxStack:
    def __init__(self):
        self.items = []
        self.where = {}

    def push(self, x):
        self.where.setdefault(x, []).append(len(self.items))
        self.items.append(x)

    def _trim(self):
        while self.items and self.items[-1] is None:
            self.items.pop()

    def pop(self):
        x = self.items.pop()
        self.where[x].pop()
        self._trim()
        return x

    def top(self):
        return self.items[-1]

    def peekMax(self):
        return max(self.where)

    def popMax(self):
        largest = max(self.where)
        self.items[self.where[largest].pop()] = None
        self._trim()
        return largest
