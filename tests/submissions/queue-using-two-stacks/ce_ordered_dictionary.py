# An OrderedDict gives its oldest entry back: a queue that is ready-made.
from collections import OrderedDict


class MyQueue:
    def __init__(self):
        self.entries, self.number = OrderedDict(), 0

    def push(self, x):
        self.entries[self.number] = x
        self.number += 1

    def pop(self):
        return self.entries.popitem(last=False)[1]

    def peek(self):
        return next(iter(self.entries.values()))

    def empty(self):
        return not self.entries
