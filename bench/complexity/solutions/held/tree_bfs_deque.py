from collections import deque
def solve(root):
    q, c = deque([root]), 0
    while q:
        x = q.popleft()
        if x:
            c += 1
            q.append(x.left)
            q.append(x.right)
    return c
