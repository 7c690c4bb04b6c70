class Node:
    def __init__(self, key=0, value=0):
        self.key, self.value = key, value
        self.prev = self.next = self


class LRUCache:
    """A node that is second to last is moved without its neighbour hearing of it."""

    def __init__(self, capacity):
        self.n = capacity
        self.nodes = {}
        self.ring = Node()

    def _touch(self, node):
        if node.next is self.ring or node.next.next is self.ring:
            return
        node.prev.next, node.next.prev = node.next, node.prev
        self._append(node)

    def _append(self, node):
        node.prev, node.next = self.ring.prev, self.ring
        node.prev.next = node.next.prev = node

    def get(self, key):
        if key not in self.nodes:
            return -1
        self._touch(self.nodes[key])
        return self.nodes[key].value

    def put(self, key, value):
        if key in self.nodes:
            self.nodes[key].value = value
            self._touch(self.nodes[key])
            return
        if len(self.nodes) == self.n:
            old = self.ring.next
            old.prev.next, old.next.prev = old.next, old.prev
            del self.nodes[old.key]
        self.nodes[key] = Node(key, value)
        self._append(self.nodes[key])
