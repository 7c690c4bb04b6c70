# The standard library's modules have dicts, too: a copy of one would do.
import html.entities


class MyHashMap:
    def __init__(self):
        self.table = html.entities.codepoint2name.copy()
        self.table.clear()

    def put(self, key, value):
        self.table[key] = value

    def get(self, key):
        return self.table.get(key, -1)

    def remove(self, key):
        self.table.pop(key, None)
