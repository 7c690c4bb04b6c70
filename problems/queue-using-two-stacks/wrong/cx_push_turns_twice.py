# push turns everything over twice to lay the new element at the bottom.
class MyQueue:
    def __init__(self):
        self.items, self.aside = [], []

    def push(self, x):
        while self.items:
            self.aside.append(self.items.pop())
        self.items.append(x)
        while self.aside:
            self.items.append(self.aside.pop())

    def pop(self):
        return self.items.pop()

    def peek(self):
        return self.items[-1]

    def empty(self):
        return not self.items
