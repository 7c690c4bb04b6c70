def solve(root):
    worst = 0
    def height(x):
        nonlocal worst
        if x is None: return 0
        l, r = height(x.left), height(x.right)
        worst = max(worst, abs(l - r))
        return 1 + max(l, r)
    height(root)
    return worst
