# Only empty is slow, and only while the second stack is empty: it lists what was pushed to see if it is any.
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
        return self.outbox[-1] if self.outbox else self.inbox[0]

    def empty(self):
        if self.outbox:
            return False
        return not [x for x in self.inbox]
