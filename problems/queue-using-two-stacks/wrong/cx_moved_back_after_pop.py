# pop and peek move everything over and then back again.
class MyQueue:
    def __init__(self):
        self.inbox, self.outbox = [], []

    def push(self, x):
        self.inbox.append(x)

    def pop(self):
        while self.inbox:
            self.outbox.append(self.inbox.pop())
        found = self.outbox.pop()
        while self.outbox:
            self.inbox.append(self.outbox.pop())
        return found

    def peek(self):
        while self.inbox:
            self.outbox.append(self.inbox.pop())
        found = self.outbox[-1]
        while self.outbox:
            self.inbox.append(self.outbox.pop())
        return found

    def empty(self):
        return not self.inbox
