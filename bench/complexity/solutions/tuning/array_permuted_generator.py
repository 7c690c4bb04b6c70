def pairs(a):
    for x in a:
        yield x
        yield -x
def solve(a): return sum(pairs(a))
