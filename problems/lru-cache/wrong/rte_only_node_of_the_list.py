# A list without sentinels: taking out its only node leaves an end that is None.
class Node:
    def __init__(self, key, value):
        self.key, self.value = key, value
        self.prev = self.next = None


class LRUCache:
    def __init__(self, capacity):
        self.capacity = capacity
        self.nodes = {}
        self.head = self.tail = None

    def _cut(self, node):
        if node is self.head:
            self.head = node.next
            self.head.prev = None
        elif node is self.tail:
            self.tail = node.prev
            self.tail.next = None
        else:
            node.prev.next, node.next.prev = node.next, node.prev

    def _add(self, node):
        node.prev, node.next = self.tail, None
        if self.tail is None:
            self.head = node
        else:
            self.tail.next = node
        self.tail = node

    def get(self, key):
        if key not in self.nodes:
            return -1
        node = self.nodes[key]
        if node is not self.tail:
            self._cut(node)
            self._add(node)
        return node.value

    def put(self, key, value):
        if key in self.nodes:
            self.get(key)
            self.nodes[key].value = value
            return
        if len(self.nodes) == self.capacity:
            del self.nodes[self.head.key]
            self._cut(self.head)
        self.nodes[key] = Node(key, value)
        self._add(self.nodes[key])
