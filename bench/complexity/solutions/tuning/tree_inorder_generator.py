def solve(root):
    def walk(x):
        if x:
            yield from walk(x.left)
            yield x.val
            yield from walk(x.right)
    c = 0
    for v in walk(root): c += v
    return c
