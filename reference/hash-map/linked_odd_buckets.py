from typing import List, Optional


class Node:
    __slots__ = ("key", "value", "next")

    def __init__(self, key, value, next=None):
        self.key = key
        self.value = value
        self.next = next


class MyHashMap(object):
    """Linked buckets, an odd number of them: multiples of a power of two differ modulo an odd number."""

    def __init__(self):
        self.make_table(7)

    def make_table(self, size: int) -> None:
        self.table: List[Node] = [Node(-1, -1) for _ in range(size)]  # a head before each bucket's nodes
        self.free = size

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
        self.free -= 1
        if not self.free:
            heads = self.table
            self.make_table(2 * len(heads) + 1)
            for node in heads:
                while node.next:
                    node = node.next
                    self.put(node.key, node.value)

    def get(self, key: int) -> int:
        node: Optional[Node] = self.before(key).next
        return node.value if node else -1

    def remove(self, key: int) -> None:
        node = self.before(key)
        if node.next:
            node.next = node.next.next
            self.free += 1
