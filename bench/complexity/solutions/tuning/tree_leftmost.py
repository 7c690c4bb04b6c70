def solve(root):
    d = 0
    while root:
        d += 1
        root = root.left or root.right
    return d
