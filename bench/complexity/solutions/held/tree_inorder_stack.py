def solve(root):
    s, x, t = [], root, 0
    while s or x:
        while x:
            s.append(x)
            x = x.left
        x = s.pop()
        t += x.val
        x = x.right
    return t
