class N:
    def __init__(self, v): self.v, self.next = v, None
class Queue:
    def __init__(self): self.head = None
    def push(self, x):
        n = N(x)
        if self.head is None:
            self.head = n
            return
        here = self.head
        while here.next: here = here.next
        here.next = n
    def pop(self):
        n = self.head
        self.head = n.next
        return n.v
    def peek(self): return self.head.v
