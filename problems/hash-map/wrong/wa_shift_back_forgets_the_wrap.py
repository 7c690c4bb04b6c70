# Linear probing; remove moves later keys of the run back, but its test (home <= hole) forgets that a run may wrap round the end of the table. Fails: put 4, put 0, put 9 (homes 6, 0, 7), remove 4: get(0) is lost.
class MyHashMap:
    def __init__(self):
        self.slots = [None] * 8
        self.count = 0

    def _home(self, key):
        return (key * 0x9E3779B97F4A7C15 >> 40) % len(self.slots)

    def _find(self, key):
        i = self._home(key)
        while self.slots[i] is not None and self.slots[i][0] != key:
            i = (i + 1) % len(self.slots)
        return i

    def put(self, key, value):
        i = self._find(key)
        if self.slots[i] is None:
            self.count += 1
        self.slots[i] = (key, value)
        if 2 * self.count > len(self.slots):
            old = self.slots
            self.slots = [None] * (2 * len(old))
            for pair in old:
                if pair is not None:
                    self.slots[self._find(pair[0])] = pair

    def get(self, key):
        pair = self.slots[self._find(key)]
        return -1 if pair is None else pair[1]

    def remove(self, key):
        hole = self._find(key)
        if self.slots[hole] is None:
            return
        self.slots[hole] = None
        self.count -= 1
        j = (hole + 1) % len(self.slots)
        while self.slots[j] is not None:
            if self._home(self.slots[j][0]) <= hole:
                self.slots[hole], self.slots[j] = self.slots[j], None
                hole = j
            j = (j + 1) % len(self.slots)
