from collections import OrderedDict
from typing import *


class _Entries(OrderedDict[int, int]):
    def __init__(self, limit: int, /) -> None:
        super().__init__()
        self.limit: Final[int] = limit

    def __getitem__(self, key: int) -> int:
        value = super().__getitem__(key)
        self.move_to_end(key)
        return value

    def __setitem__(self, key: int, value: int) -> None:
        if key in self:
            self.move_to_end(key)
        super().__setitem__(key, value)
        if len(self) > self.limit:
            oldest = next(iter(self))
            del self[oldest]


class LRUCache:
    def __init__(self, capacity: int) -> None:
        self._entries = _Entries(capacity)

    def get(self, key: int) -> int:
        try:
            return self._entries[key]
        except KeyError:
            return -1

    def put(self, key: int, value: int) -> None:
        self._entries[key] = value
