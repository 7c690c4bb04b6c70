def solve(s):
    best = 0
    for i in range(len(s)):
        for j in range(i + 1, len(s) + 1):
            t = s[i:j]
            ok = True
            for k in range(len(t) // 2):
                if t[k] != t[-1 - k]:
                    ok = False
                    break
            if ok: best = max(best, j - i)
    return best
