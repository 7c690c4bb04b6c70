# The number of keys is counted anew before a key is added.
class LRUCache:
    def __init__(self, capacity):
        self.capacity = capacity
        self.cache = {}
        self.head = [None, None, None, None]
        self.head[0] = self.head[1] = self.head

    def _size(self):
        count = 0
        node = self.head[1]
        while node is not self.head:
            count += 1
            node = node[1]
        return count

    def _unlink(self, node):
        node[0][1], node[1][0] = node[1], node[0]

    def _link(self, node):
        last = self.head[0]
        last[1] = self.head[0] = node
        node[0], node[1] = last, self.head

    def get(self, key):
        node = self.cache.get(key)
        if node is None:
            return -1
        self._unlink(node)
        self._link(node)
        return node[3]

    def put(self, key, value):
        node = self.cache.get(key)
        if node is not None:
            node[3] = value
            self._unlink(node)
            self._link(node)
            return
        if self._size() == self.capacity:
            oldest = self.head[1]
            self._unlink(oldest)
            del self.cache[oldest[2]]
        node = self.cache[key] = [None, None, key, value]
        self._link(node)
