def total(x): return 0 if x is None else x.val + total(x.left) + total(x.right)
def solve(root):
    if root is None: return 0
    return max(total(root), solve(root.left), solve(root.right))
