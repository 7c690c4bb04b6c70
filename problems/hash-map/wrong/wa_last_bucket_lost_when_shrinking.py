# When three quarters are gone the table halves, and what is in its last bucket is not taken along.
class MyHashMap:
    def __init__(self):
        self.b, self.n = [[] for _ in range(8)], 0

    def re(self, m):
        old = self.b[:-1] if m < len(self.b) and m > 16 else self.b
        ps = [p for x in old for p in x]
        self.b = [[] for _ in range(m)]
        self.n = len(ps)
        for p in ps:
            self.b[p[0] * 31 % 1000003 % m].append(p)

    def put(self, k, v):
        for p in self.b[k * 31 % 1000003 % len(self.b)]:
            if p[0] == k:
                p[1] = v
                return
        self.b[k * 31 % 1000003 % len(self.b)].append([k, v])
        self.n += 1
        if self.n > len(self.b):
            self.re(2 * len(self.b))

    def get(self, k):
        for a, v in self.b[k * 31 % 1000003 % len(self.b)]:
            if a == k:
                return v
        return -1

    def remove(self, k):
        x = self.b[k * 31 % 1000003 % len(self.b)]
        n = len(x)
        x[:] = [p for p in x if p[0] != k]
        self.n -= n - len(x)
        if len(self.b) > 8 and self.n < len(self.b) // 4:
            self.re(len(self.b) // 2)
