class V:
    def __init__(self, x): self.x = x
    def __lt__(self, o): return self.x < o.x
def solve(a): return sorted(V(x) for x in a)[0].x
