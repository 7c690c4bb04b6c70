# With the last key the table goes back to eight buckets, but the number that keys are divided by stays.
class MyHashMap:
    def __init__(self):
        self.m, self.b, self.n = 8, [[] for _ in range(8)], 0

    def put(self, k, v):
        for p in self.b[k % self.m]:
            if p[0] == k:
                p[1] = v
                return
        self.b[k % self.m].append([k, v])
        self.n += 1
        if self.n > self.m:
            old = self.b
            self.m = 2 * self.m + 1
            self.b = [[] for _ in range(self.m)]
            for x in old:
                for p in x:
                    self.b[p[0] % self.m].append(p)

    def get(self, k):
        for a, v in self.b[k % self.m]:
            if a == k:
                return v
        return -1

    def remove(self, k):
        x = self.b[k % self.m]
        n = len(x)
        x[:] = [p for p in x if p[0] != k]
        self.n -= n - len(x)
        if n > len(x) and self.n == 0 and self.m > 16:
            self.b = [[] for _ in range(8)]
