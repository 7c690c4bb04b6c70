# The top of the stack is the front of a list, so every push and pop moves all elements.
class MinStack:
    def __init__(self):
        self.pairs = []

    def push(self, val):
        low = val
        if self.pairs and self.pairs[0][1] < val:
            low = self.pairs[0][1]
        self.pairs.insert(0, (val, low))

    def pop(self):
        self.pairs.pop(0)

    def top(self):
        return self.pairs[0][0]

    def getMin(self):
        return self.pairs[0][1]
