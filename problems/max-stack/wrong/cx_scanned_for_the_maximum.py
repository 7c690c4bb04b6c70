# A list, searched through for every maximum.
class MaxStack:
    def __init__(self):
        self.items = []

    def push(self, x):
        self.items.append(x)

    def pop(self):
        return self.items.pop()

    def top(self):
        return self.items[-1]

    def peekMax(self):
        return max(self.items)

    def popMax(self):
        largest = max(self.items)
        for i in range(len(self.items) - 1, -1, -1):
            if self.items[i] == largest:
                del self.items[i]
                return largest
