# Bytes on stdout that are no text.
import os

os.write(1, b"\x00\xff\xfe\x80\x1b[2J\x1b]0;title\x07")
os.write(2, b"\xc3\x28\xf0\x28")


class MinStack:
    def __init__(self):
        self.items = []

    def push(self, val):
        self.items.append((val, min(val, self.items[-1][1]) if self.items else val))

    def pop(self):
        self.items.pop()

    def top(self):
        return self.items[-1][0]

    def getMin(self):
        return self.items[-1][1]
