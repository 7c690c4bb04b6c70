class MinStack(list):
    """The stack is a list of its own kind; pop answers too, as list.pop does."""

    def __init__(self):
        super().__init__()
        self.low = []

    def push(self, val):
        self.append(val)
        if not self.low or val <= self.low[-1]:
            self.low.append(val)

    def pop(self):
        val = super().pop()
        if val == self.low[-1]:
            self.low.pop()
        return val

    def top(self):
        return self[-1]

    def getMin(self):
        return self.low[-1]


# Your MinStack object will be instantiated and called as such:
# obj = MinStack()
# obj.push(val)
# obj.pop()
# param_3 = obj.top()
# param_4 = obj.getMin()
