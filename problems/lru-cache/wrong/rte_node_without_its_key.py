# The nodes do not know their keys, so making room cannot tell which entry to delete.
class Node:
    def __init__(self, value):
        self.value = value
        self.prev = self.next = None


class LRUCache:
    def __init__(self, capacity):
        self.capacity = capacity
        self.nodes = {}
        self.left, self.right = Node(0), Node(0)
        self.left.next, self.right.prev = self.right, self.left

    def _cut(self, node):
        node.prev.next, node.next.prev = node.next, node.prev

    def _add(self, node):
        last = self.right.prev
        last.next = self.right.prev = node
        node.prev, node.next = last, self.right

    def get(self, key):
        if key not in self.nodes:
            return -1
        self._cut(self.nodes[key])
        self._add(self.nodes[key])
        return self.nodes[key].value

    def put(self, key, value):
        if key in self.nodes:
            self._cut(self.nodes[key])
        self.nodes[key] = Node(value)
        self._add(self.nodes[key])
        if len(self.nodes) > self.capacity:
            oldest = self.left.next
            self._cut(oldest)
            del self.nodes[oldest.value]
