# The front is remembered at the first push and renewed only when the queue has run empty.
class MyQueue:
    def __init__(self):
        self.inbox, self.outbox = [], []
        self.front = None

    def push(self, x):
        if not self.inbox and not self.outbox:
            self.front = x
        self.inbox.append(x)

    def pop(self):
        if not self.outbox:
            while self.inbox:
                self.outbox.append(self.inbox.pop())
        return self.outbox.pop()

    def peek(self):
        return self.front

    def empty(self):
        return not self.inbox and not self.outbox
