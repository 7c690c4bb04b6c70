# A singly linked list: the node before the one to be moved is found by walking.
class Node:
    def __init__(self, key, value):
        self.key = key
        self.value = value
        self.next = None


class LRUCache:
    def __init__(self, capacity):
        self.capacity = capacity
        self.present = set()
        self.head = Node(None, None)
        self.tail = self.head

    def _take(self, key):
        before = self.head
        while before.next.key != key:
            before = before.next
        node = before.next
        before.next = node.next
        if node is self.tail:
            self.tail = before
        node.next = None
        return node

    def _append(self, node):
        self.tail.next = node
        self.tail = node

    def get(self, key):
        if key not in self.present:
            return -1
        node = self._take(key)
        self._append(node)
        return node.value

    def put(self, key, value):
        if key in self.present:
            self._take(key)
        elif len(self.present) == self.capacity:
            oldest = self._take(self.head.next.key)
            self.present.discard(oldest.key)
        self.present.add(key)
        self._append(Node(key, value))
