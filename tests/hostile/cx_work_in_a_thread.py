# The work on a large stack is done by another thread: it is charged all the same.
import threading


class MinStack:
    def __init__(self):
        self.items = []

    def push(self, val):
        self.items.append(val)

    def pop(self):
        self.items.pop()

    def top(self):
        return self.items[-1]

    def getMin(self):
        if len(self.items) < 100:
            return min(self.items)
        found = []
        worker = threading.Thread(target=lambda: found.append(min(self.items)))
        worker.start()
        worker.join()
        return found[0]
