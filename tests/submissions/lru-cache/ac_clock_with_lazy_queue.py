import collections
import dataclasses
import itertools


@dataclasses.dataclass
class Entry:
    value: int
    stamp: int = 0


class LRUCache:
    def __init__(self, capacity: int):
        self.capacity = capacity
        self.entries: "dict[int, Entry]" = {}
        self.log = collections.deque()
        self.clock = itertools.count(1)

    def _stamp(self, key):
        entry = self.entries[key]
        entry.stamp = next(self.clock)
        self.log.append((key, entry.stamp))
        if len(self.log) > 4 * self.capacity + 16:
            self.log = collections.deque(pair for pair in self.log if self._current(pair))

    def _current(self, pair):
        key, stamp = pair
        return key in self.entries and self.entries[key].stamp == stamp

    def get(self, key: int) -> int:
        if key not in self.entries:
            return -1
        self._stamp(key)
        return self.entries[key].value

    def put(self, key: int, value: int) -> None:
        if key in self.entries:
            self.entries[key].value = value
        else:
            if len(self.entries) == self.capacity:
                while True:
                    pair = self.log.popleft()
                    if self._current(pair):
                        break
                del self.entries[pair[0]]
            self.entries[key] = Entry(value)
        self._stamp(key)


if __name__ == "__main__":
    cache = LRUCache(int(input()))
    while line := input():
        key, *value = map(int, line.split())
        print(cache.put(key, *value) if value else cache.get(key))
