from typing import List, Optional


class Node:
    __slots__ = ("key", "value", "next")

    def __init__(self, key=None, value=None):
        self.key = key
        self.value = value
        self.next = None


class MyHashMap(object):
    """Linked buckets, an odd number of them: multiples of a power of two differ modulo an odd number."""

    def __init__(self):
        self.place([])

    def place(self, nodes: List[Node]) -> None:
        self.placed = nodes  # all that came since, removed ones too: their number says when to place anew
        self.table = [Node() for _ in range(2 * len(nodes) | 1)]  # a head before each bucket's nodes
        for node in nodes:
            node.next = None
            self.before(node.key).next = node

    def before(self, key: int) -> Node:
        """The node whose next one has this key, or the last of the bucket."""
        node = self.table[key % len(self.table)]
        while node.next and node.next.key != key:
            node = node.next
        return node

    def put(self, key: int, value: int) -> None:
        node = self.before(key)
        if node.next:
            node.next.value = value
            return
        node.next = Node(key, value)
        self.placed.append(node.next)
        if len(self.placed) > len(self.table):
            self.place([node for node in self.placed if node.value is not None])

    def get(self, key: int) -> int:
        node: Optional[Node] = self.before(key).next
        return node.value if node else -1

    def remove(self, key: int) -> None:
        node = self.before(key)
        if node.next:
            node.next.value = None
            node.next = node.next.next
