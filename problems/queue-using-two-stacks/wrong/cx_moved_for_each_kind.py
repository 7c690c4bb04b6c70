# All elements go to the stack that the call works on: cheap for calls of one kind in a row, O(n) when they take turns.
class MyQueue:
    def __init__(self):
        self.inbox, self.outbox = [], []

    def push(self, x):
        while self.outbox:
            self.inbox.append(self.outbox.pop())
        self.inbox.append(x)

    def pop(self):
        while self.inbox:
            self.outbox.append(self.inbox.pop())
        return self.outbox.pop()

    def peek(self):
        while self.inbox:
            self.outbox.append(self.inbox.pop())
        return self.outbox[-1]

    def empty(self):
        return not self.inbox and not self.outbox
