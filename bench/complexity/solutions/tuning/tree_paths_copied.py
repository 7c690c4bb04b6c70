def solve(root):
    best = 0
    def go(x, path):
        nonlocal best
        if x is None:
            best = max(best, len(path))
            return
        go(x.left, path + [x.val])
        go(x.right, path + [x.val])
    go(root, [])
    return best
