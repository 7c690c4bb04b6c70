# Elements are moved even when the second stack is not empty: newer ones end up in front of older ones.
class MyQueue:
    def __init__(self):
        self.inbox, self.outbox = [], []

    def push(self, x):
        self.inbox.append(x)

    def move(self):
        while self.inbox:
            self.outbox.append(self.inbox.pop())

    def pop(self):
        self.move()
        return self.outbox.pop()

    def peek(self):
        self.move()
        return self.outbox[-1]

    def empty(self):
        return not self.inbox and not self.outbox
