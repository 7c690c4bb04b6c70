class MaxStack:
    def __init__(self):
        self.items = []

    def push(self, x):
        self.items.append(x)

    def pop(self):
        self.items.pop()

    def top(self):
        return self.items[-1]

    def peekMax(self):
        return max(self.items)

    def popMax(self):
        at = max(range(len(self.items)), key=lambda i: (self.items[i], i))
        del self.items[at]
