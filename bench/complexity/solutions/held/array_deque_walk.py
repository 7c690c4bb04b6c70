from collections import deque
def solve(a):
    q, t = deque(a), 0
    while q:
        t += q.popleft()
        q.rotate(1)
    return t
