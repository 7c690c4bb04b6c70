# The front is kept apart, and a front of 0 is taken for none.
class MyQueue:
    def __init__(self):
        self.inbox, self.outbox = [], []
        self.front = None

    def push(self, x):
        if not self.front:
            self.front = x
        self.inbox.append(x)

    def pop(self):
        if not self.outbox:
            while self.inbox:
                self.outbox.append(self.inbox.pop())
        found = self.outbox.pop()
        if self.outbox:
            self.front = self.outbox[-1]
        else:
            self.front = self.inbox[0] if self.inbox else None
        return found

    def peek(self):
        return self.front

    def empty(self):
        return not self.inbox and not self.outbox
