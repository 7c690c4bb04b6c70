import random
def solve(a):
    rng = random.Random(7)
    def qs(x):
        if len(x) <= 1: return x
        p = x[rng.randrange(len(x))]
        return qs([y for y in x if y < p]) + [y for y in x if y == p] + qs([y for y in x if y > p])
    return qs(a)[0]
