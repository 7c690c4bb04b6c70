# Returns a list that contains itself, once.


asked = []


class MinStack:
    def __init__(self):
        self.items = []

    def push(self, val):
        self.items.append(val)

    def pop(self):
        self.items.pop()

    def top(self):
        return self.items[-1]

    def getMin(self):
        asked.append(1)
        if len(asked) > 1:
            return min(self.items)
        value = [1]
        value.append(value)
        return value
