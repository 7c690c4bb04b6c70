def solve(a):
    m = 0
    for i, x in enumerate(a): m |= 1 << (i * 64)
    return m.bit_length()
