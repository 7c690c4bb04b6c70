def solve(a):
    out = []
    for i in range(len(a)):
        out.append(next((y for y in a[i + 1 :] if y > a[i]), -1))
    return out[0]
