# Positions by value; when the last of the largest is gone, the next is looked for among all values.
class Node:
    def __init__(self, x, before):
        self.x = x
        self.before = before
        self.after = None


class MaxStack:
    def __init__(self):
        self.last = None
        self.by_value = {}
        self.largest = None

    def push(self, x):
        node = Node(x, self.last)
        if self.last:
            self.last.after = node
        self.last = node
        self.by_value.setdefault(x, []).append(node)
        if self.largest is None or x > self.largest:
            self.largest = x

    def _remove(self, x):
        nodes = self.by_value[x]
        node = nodes.pop()
        if not nodes:
            del self.by_value[x]
            if x == self.largest:
                self.largest = max(self.by_value) if self.by_value else None
        if node.before:
            node.before.after = node.after
        if node.after:
            node.after.before = node.before
        else:
            self.last = node.before
        return x

    def pop(self):
        return self._remove(self.last.x)

    def top(self):
        return self.last.x

    def peekMax(self):
        return self.largest

    def popMax(self):
        return self._remove(self.largest)
