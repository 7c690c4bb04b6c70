# A sorted list whose places are made by an alias of list.insert: a method that is called as a function
from bisect import bisect_left


class MinHeap:
    place = staticmethod(list.insert)

    def __init__(self, items):
        self.a = []
        for item in items:
            self.insert(item)

    def insert(self, x):
        self.place(self.a, bisect_left(self.a, -x), -x)

    def extractMin(self):
        return -self.a.pop()

    def peekMin(self):
        return -self.a[-1]
