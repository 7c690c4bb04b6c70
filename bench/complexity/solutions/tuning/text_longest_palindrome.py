def solve(s):
    best = 0
    for c in range(len(s)):
        i = j = c
        while i >= 0 and j < len(s) and s[i] == s[j]:
            i -= 1
            j += 1
        best = max(best, j - i - 1)
    return best
