# One element is left in the first stack when it is turned over, so a push later goes below it.
class MyQueue:
    def __init__(self):
        self.inbox, self.outbox = [], []

    def push(self, x):
        self.inbox.append(x)

    def move(self):
        if not self.outbox:
            while len(self.inbox) > 1:
                self.outbox.append(self.inbox.pop())

    def pop(self):
        self.move()
        return self.outbox.pop() if self.outbox else self.inbox.pop()

    def peek(self):
        self.move()
        return self.outbox[-1] if self.outbox else self.inbox[-1]

    def empty(self):
        return not self.inbox and not self.outbox
