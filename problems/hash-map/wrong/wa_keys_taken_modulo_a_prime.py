# Keys are reduced modulo a large prime before they are compared: those that far apart are one.
class MyHashMap:
    P = 999983

    def __init__(self):
        self.b, self.n = [[]], 0

    def put(self, k, v):
        k %= self.P
        for p in self.b[k % len(self.b)]:
            if p[0] == k:
                p[1] = v
                return
        self.b[k % len(self.b)].append([k, v])
        self.n += 1
        if self.n > len(self.b):
            ps = [p for x in self.b for p in x]
            self.b = [[] for _ in range(2 * len(ps) + 1)]
            self.n = len(ps)
            for p in ps:
                self.b[p[0] % len(self.b)].append(p)

    def get(self, k):
        k %= self.P
        for a, v in self.b[k % len(self.b)]:
            if a == k:
                return v
        return -1

    def remove(self, k):
        k %= self.P
        x = self.b[k % len(self.b)]
        x[:] = [p for p in x if p[0] != k]
