from functools import partialmethod


class Stack(list):
    push = list.append
    top = property(lambda self: self[-1])
    get = partialmethod(list.pop, 0)


class MyQueue:
    def __init__(self):
        self.s = Stack()

    def push(self, x):
        self.s.push(x)

    def pop(self):
        return self.s.get()

    def peek(self):
        return self.s[0]

    def empty(self):
        return not self.s
