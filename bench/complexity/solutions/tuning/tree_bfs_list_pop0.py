def solve(root):
    q, c = [root], 0
    while q:
        x = q.pop(0)
        if x:
            c += 1
            if x.left: q.append(x.left)
            if x.right: q.append(x.right)
    return c
