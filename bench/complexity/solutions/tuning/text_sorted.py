def solve(s):
    keyed = [(ord(c) * 7919 + i * 31337) % 1000003 for i, c in enumerate(s)]
    return sorted(keyed)[0]
