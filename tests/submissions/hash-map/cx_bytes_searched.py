class MyHashMap:
    """Keys of six bytes in one bytearray, found by its find."""

    def __init__(self):
        self.keys = bytearray()
        self.values = []

    def _at(self, key):
        name = b"k" + key.to_bytes(6, "big")
        at = self.keys.find(name)
        while at >= 0 and at % 7:
            at = self.keys.find(name, at + 1)
        return at // 7 if at >= 0 else -1

    def put(self, key, value):
        at = self._at(key)
        if at < 0:
            self.keys += b"k" + key.to_bytes(6, "big")
            self.values.append(value)
        else:
            self.values[at] = value

    def get(self, key):
        at = self._at(key)
        return self.values[at] if at >= 0 else -1

    def remove(self, key):
        at = self._at(key)
        if at >= 0:
            self.keys[7 * at : 7 * at + 7] = self.keys[-7:]
            del self.keys[-7:]
            self.values[at] = self.values[-1]
            self.values.pop()
