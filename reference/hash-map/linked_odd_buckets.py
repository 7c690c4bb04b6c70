"""Linked buckets, an odd number of them: multiples of a power of two differ modulo an odd number."""


class Node:
    __slots__ = ("key", "value", "next")

    def __init__(self, key, value, next):
        self.key, self.value, self.next = key, value, next


class MyHashMap(object):
    def __init__(self):
        self.table = [None] * 7
        self.count = 0

    def _find(self, key):
        node = self.table[key % len(self.table)]
        while node and node.key != key:
            node = node.next
        return node

    def put(self, key, value):
        node = self._find(key)
        if node:
            node.value = value
            return
        self._insert(key, value)
        self.count += 1
        if self.count > len(self.table):
            nodes = self.table
            self.table = [None] * (2 * len(nodes) + 1)
            for node in nodes:
                while node:
                    self._insert(node.key, node.value)
                    node = node.next

    def _insert(self, key, value):
        spot = key % len(self.table)
        self.table[spot] = Node(key, value, self.table[spot])

    def get(self, key):
        node = self._find(key)
        return node.value if node else -1

    def remove(self, key):
        spot = key % len(self.table)
        before, node = None, self.table[spot]
        while node and node.key != key:
            before, node = node, node.next
        if not node:
            return
        self.count -= 1
        if before:
            before.next = node.next
        else:
            self.table[spot] = node.next
