# The size is kept in ten bits: a queue of 1,024 elements says that it is empty.
class MyQueue:
    def __init__(self):
        self.back = []
        self.front = []
        self.size = 0

    def push(self, x):
        self.back.append(x)
        self.size = (self.size + 1) % 1024

    def pop(self):
        self.peek()
        self.size = (self.size - 1) % 1024
        return self.front.pop()

    def peek(self):
        if not self.front:
            while self.back:
                self.front.append(self.back.pop())
        return self.front[-1]

    def empty(self):
        return self.size == 0
