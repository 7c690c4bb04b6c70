def solve(s):
    i, j = 0, len(s) - 1
    ok = True
    while i < j:
        if s[i] != s[j]: ok = False
        i += 1
        j -= 1
    return ok
