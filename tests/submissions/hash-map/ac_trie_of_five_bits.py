# Eight levels of five bits: a miss stops where the tree has nothing, which is deeper where it is fuller.
class Node:
    __slots__ = ("below", "mask")

    def __init__(self):
        self.mask, self.below = 0, []


class MyHashMap:
    def __init__(self):
        self.root = Node()

    def _path(self, key):
        mixed = key * 0x9E3779B97F4A7C15 & 0xFFFFFFFFFF
        mixed ^= mixed >> 23
        return [mixed >> shift & 31 for shift in range(0, 40, 5)]

    def _leaf(self, key):
        node = self.root
        for part in self._path(key):
            if not node.mask >> part & 1:
                return None
            node = node.below[(node.mask & (1 << part) - 1).bit_count()]
        return node

    def put(self, key, value):
        node = self.root
        for part in self._path(key):
            at = (node.mask & (1 << part) - 1).bit_count()
            if not node.mask >> part & 1:
                node.mask |= 1 << part
                node.below.insert(at, Node())
            node = node.below[at]
        for pair in node.below:
            if pair[0] == key:
                pair[1] = value
                return
        node.below.append([key, value])

    def get(self, key):
        leaf = self._leaf(key)
        if leaf is not None:
            for known, value in leaf.below:
                if known == key:
                    return value
        return -1

    def remove(self, key):
        leaf = self._leaf(key)
        if leaf is not None:
            leaf.below[:] = [pair for pair in leaf.below if pair[0] != key]
