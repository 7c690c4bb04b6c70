def solve(s):
    t = ""
    for c in s: t = c + t
    return t
