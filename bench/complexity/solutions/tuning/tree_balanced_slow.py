def height(x):
    if x is None: return 0
    return 1 + max(height(x.left), height(x.right))
def solve(root):
    if root is None: return 0
    d = abs(height(root.left) - height(root.right))
    return max(d, solve(root.left), solve(root.right))
