from enum import Enum


class State(Enum):
    FREE = 0
    REMOVED = 1


class MyHashMap:
    """Open addressing; an enum for the places that hold no pair is nothing to forbid."""

    def __init__(self):
        self.places = [State.FREE] * 8
        self.used = 0

    def _start(self, key):
        return (key * 0x9E3779B97F4A7C15 & 0xFFFFFFFFFFFFFFFF) >> 32

    def _find(self, key):
        at = self._start(key)
        while True:
            at &= len(self.places) - 1
            place = self.places[at]
            if place is State.FREE:
                return -1
            if place is not State.REMOVED and place[0] == key:
                return at
            at += 1

    def _add(self, pair):
        at = self._start(pair[0]) & len(self.places) - 1
        while self.places[at] is not State.FREE:
            at = at + 1 & len(self.places) - 1
        self.places[at] = pair
        self.used += 1

    def put(self, key, value):
        at = self._find(key)
        if at >= 0:
            self.places[at] = (key, value)
            return
        if self.used * 2 >= len(self.places):
            pairs = [place for place in self.places if not isinstance(place, State)]
            size = 8
            while size < 4 * len(pairs) + 4:
                size *= 2
            self.places = [State.FREE] * size
            self.used = 0
            for pair in pairs:
                self._add(pair)
        self._add((key, value))

    def get(self, key):
        at = self._find(key)
        return self.places[at][1] if at >= 0 else -1

    def remove(self, key):
        at = self._find(key)
        if at >= 0:
            self.places[at] = State.REMOVED
