# A metaclass takes the capacity, and both methods are one, by partialmethod: there is no __init__ to look at.
from collections import OrderedDict as _O
from functools import partialmethod


class _Meta(type):
    def __call__(cls, capacity):
        self = super().__call__()
        self.room, self.shelf = capacity, _O()
        return self


class LRUCache(metaclass=_Meta):
    __slots__ = ("room", "shelf")

    def __touch(self, key, *value, store):
        match (key in self.shelf, store):
            case (False, False):
                return -1
            case (True, False):
                self.shelf.move_to_end(key)
                return self.shelf[key]
        (self.shelf[key],) = value
        self.shelf.move_to_end(key)
        while len(self.shelf) > self.room:
            self.shelf.popitem(last=False)
        return self

    get = partialmethod(__touch, store=False)
    put = partialmethod(__touch, store=True)
