class Out:
    def __init__(self): self.t = ""
def solve(s):
    o = Out()
    for c in s: o.t += c
    return o.t
