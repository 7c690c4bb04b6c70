"""A dictionary finds the node of a key; a doubly linked ring keeps the nodes in the order of their last use.

The ring has one sentinel: the node after it was used longest ago, the node before it most recently. Using
a key unlinks its node and links it in before the sentinel; making room unlinks the node after it, whose key
says what to delete from the dictionary. Each step touches a fixed number of nodes: O(1).
"""


class _Node:
    __slots__ = ("after", "before", "key", "value")

    def __init__(self, key, value):
        self.key = key
        self.value = value


class LRUCache:
    def __init__(self, capacity: int):
        self._capacity = capacity
        self._nodes = {}
        self._ring = _Node(None, None)
        self._ring.before = self._ring.after = self._ring

    def get(self, key: int) -> int:
        node = self._nodes.get(key)
        if node is None:
            return -1
        self._unlink(node)
        self._link_last(node)
        return node.value

    def put(self, key: int, value: int) -> None:
        node = self._nodes.get(key)
        if node is not None:
            node.value = value
            self._unlink(node)
        else:
            if len(self._nodes) == self._capacity:
                oldest = self._ring.after
                self._unlink(oldest)
                del self._nodes[oldest.key]
            node = self._nodes[key] = _Node(key, value)
        self._link_last(node)

    def _unlink(self, node):
        node.before.after = node.after
        node.after.before = node.before

    def _link_last(self, node):
        last = self._ring.before
        last.after = self._ring.before = node
        node.before = last
        node.after = self._ring
