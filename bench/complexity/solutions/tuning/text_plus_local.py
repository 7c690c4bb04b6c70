def solve(s):
    t = ""
    for c in s: t += c
    return t
