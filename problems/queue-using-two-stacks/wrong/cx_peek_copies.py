# Only peek is slow, and only while the second stack is empty: it turns a copy over to look at the first element.
class MyQueue:
    def __init__(self):
        self.inbox, self.outbox = [], []

    def push(self, x):
        self.inbox.append(x)

    def pop(self):
        if not self.outbox:
            while self.inbox:
                self.outbox.append(self.inbox.pop())
        return self.outbox.pop()

    def peek(self):
        if self.outbox:
            return self.outbox[-1]
        return list(reversed(self.inbox))[-1]

    def empty(self):
        return not self.inbox and not self.outbox
