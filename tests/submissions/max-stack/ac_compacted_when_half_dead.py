import heapq


class Tracked:
    """A container that drops its dead entries whenever they are more than the living ones."""

    def __init__(self, alive, build):
        self.entries = []
        self.alive = alive
        self.build = build

    def compact(self):
        if len(self.entries) > 16 and len(self.entries) > 2 * len(self.alive):
            self.entries = [entry for entry in self.entries if abs(entry[1]) in self.alive]
            self.build(self.entries)


class MaxStack:
    def __init__(self):
        self.alive = {}
        self.by_age = Tracked(self.alive, lambda entries: None)
        self.by_value = Tracked(self.alive, heapq.heapify)
        self.number = 0

    def push(self, x: int) -> None:
        self.number += 1
        self.alive[self.number] = x
        self.by_age.entries.append((x, self.number))
        heapq.heappush(self.by_value.entries, (-x, -self.number))

    def _newest(self):
        entries = self.by_age.entries
        while entries[-1][1] not in self.alive:
            entries.pop()
        return entries[-1]

    def _largest(self):
        entries = self.by_value.entries
        while -entries[0][1] not in self.alive:
            heapq.heappop(entries)
        return entries[0]

    def _remove(self, number):
        x = self.alive.pop(number)
        self.by_age.compact()
        self.by_value.compact()
        return x

    def pop(self) -> int:
        return self._remove(self._newest()[1])

    def top(self) -> int:
        return self._newest()[0]

    def peekMax(self) -> int:
        return -self._largest()[0]

    def popMax(self) -> int:
        return self._remove(-self._largest()[1])
