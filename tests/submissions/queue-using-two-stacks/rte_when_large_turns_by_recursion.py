# The stacks are turned by recursion, with a limit that was set for smaller queues.
import sys

sys.setrecursionlimit(2500)


class MyQueue:
    def __init__(self):
        self.a, self.b = [], []

    def push(self, x):
        self.a.append(x)

    def turn(self):
        if not self.b:
            self.rec()

    def rec(self):
        if self.a:
            self.b.append(self.a.pop())
            self.rec()

    def pop(self):
        self.turn()
        return self.b.pop()

    def peek(self):
        self.turn()
        return self.b[-1]

    def empty(self):
        return not self.a and not self.b
