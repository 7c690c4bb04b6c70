def solve(root):
    def walk(x): return walk(x.left) + [x.val] + walk(x.right) if x else []
    return walk(root)[0]
