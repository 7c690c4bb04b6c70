class LRUCache:
    def __init__(self, capacity):
        self.n = capacity
        self.rows = []

    def get(self, key):
        for i, (k, v) in enumerate(self.rows):
            if k == key:
                self.rows.append(self.rows.pop(i))
                return v
        return -1

    def put(self, key, value):
        for i, (k, _) in enumerate(self.rows):
            if k == key:
                del self.rows[i]
                break
        else:
            if len(self.rows) == self.n:
                self.rows.pop(0)
        self.rows.append((key, value))
