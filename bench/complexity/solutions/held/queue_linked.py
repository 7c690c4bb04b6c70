class N:
    __slots__ = ("v", "next")
    def __init__(self, v): self.v, self.next = v, None
class Queue:
    def __init__(self): self.head = self.tail = None
    def push(self, x):
        n = N(x)
        if self.tail: self.tail.next = n
        else: self.head = n
        self.tail = n
    def pop(self):
        n = self.head
        self.head = n.next
        if self.head is None: self.tail = None
        return n.v
    def peek(self): return self.head.v
