# A list of short sorted lists for the values, and a doubly linked list for the order.
from bisect import bisect_left, insort


class Blocks:
    LOAD = 200

    def __init__(self):
        self.lists = []
        self.maxes = []

    def add(self, key):
        if not self.lists:
            self.lists.append([key])
            self.maxes.append(key)
            return
        i = bisect_left(self.maxes, key)
        if i == len(self.maxes):
            i -= 1
            self.lists[i].append(key)
        else:
            insort(self.lists[i], key)
        if len(self.lists[i]) > 2 * self.LOAD:
            right = self.lists[i][self.LOAD:]
            del self.lists[i][self.LOAD:]
            self.lists.insert(i + 1, right)
            self.maxes.insert(i + 1, right[-1])
        self.maxes[i] = self.lists[i][-1]

    def remove(self, key):
        i = bisect_left(self.maxes, key)
        del self.lists[i][bisect_left(self.lists[i], key)]
        if self.lists[i]:
            self.maxes[i] = self.lists[i][-1]
        else:
            del self.lists[i], self.maxes[i]

    def last(self):
        return self.maxes[-1]


class Node:
    def __init__(self, x):
        self.x = x
        self.prev = self.next = None


class MaxStack:
    def __init__(self):
        self.keys = Blocks()
        self.nodes = {}
        self.head = Node(None)
        self.tail = self.head
        self.clock = 0

    def push(self, x: int) -> None:
        self.clock += 1
        node = Node(x)
        node.id = self.clock
        node.prev = self.tail
        self.tail.next = node
        self.tail = node
        self.nodes[self.clock] = node
        self.keys.add((x, self.clock))

    def _drop(self, node):
        self.keys.remove((node.x, node.id))
        del self.nodes[node.id]
        node.prev.next = node.next
        if node.next:
            node.next.prev = node.prev
        else:
            self.tail = node.prev
        return node.x

    def pop(self) -> int:
        return self._drop(self.tail)

    def top(self) -> int:
        return self.tail.x

    def peekMax(self) -> int:
        return self.keys.last()[0]

    def popMax(self) -> int:
        return self._drop(self.nodes[self.keys.last()[1]])
