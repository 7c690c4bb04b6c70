def solve(a):
    def ms(x):
        if len(x) < 2: return x
        m = len(x) // 2
        l, r = ms(x[:m]), ms(x[m:])
        out, i, j = [], 0, 0
        while i < len(l) and j < len(r):
            if l[i] <= r[j]:
                out.append(l[i]); i += 1
            else:
                out.append(r[j]); j += 1
        return out + l[i:] + r[j:]
    return ms(a)[0]
