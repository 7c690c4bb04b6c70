def solve(s):
    t = s[::-1]
    row = [0] * (len(t) + 1)
    for a in s:
        prev = 0
        for j, b in enumerate(t):
            keep = row[j + 1]
            row[j + 1] = prev + 1 if a == b else max(keep, row[j])
            prev = keep
    return row[-1]
