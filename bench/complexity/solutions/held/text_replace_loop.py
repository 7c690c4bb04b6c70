def solve(s):
    n = 0
    while s:
        s = s[1:]
        n += 1
    return n
