# A node that is removed takes along what follows it in its bucket, unless it is the bucket's first.
class Node:
    def __init__(self, key, value, after):
        self.key, self.value, self.after = key, value, after


class MyHashMap:
    def __init__(self):
        self.size = 0
        self.buckets = [None] * 8

    def _place(self, key):
        return ((key ^ key >> 32) * 0x9E3779B97F4A7C15 % (1 << 64) >> 20) % len(self.buckets)

    def _find(self, key):
        node = self.buckets[self._place(key)]
        while node and node.key != key:
            node = node.after
        return node

    def put(self, key, value):
        node = self._find(key)
        if node:
            node.value = value
            return
        if self.size == len(self.buckets):
            self._grow()
        place = self._place(key)
        self.buckets[place] = Node(key, value, self.buckets[place])
        self.size += 1

    def _grow(self):
        old, self.buckets = self.buckets, [None] * (2 * len(self.buckets))
        for node in old:
            while node:
                after, place = node.after, self._place(node.key)
                node.after, self.buckets[place] = self.buckets[place], node
                node = after

    def get(self, key):
        node = self._find(key)
        return node.value if node else -1

    def remove(self, key):
        place = self._place(key)
        before, node = None, self.buckets[place]
        while node and node.key != key:
            before, node = node, node.after
        if node:
            self.size -= 1
            if before:
                before.after = None
            else:
                self.buckets[place] = node.after
