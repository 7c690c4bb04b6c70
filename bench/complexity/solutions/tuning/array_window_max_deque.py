from collections import deque
def solve(a):
    k, q, t = max(1, len(a) // 3), deque(), 0
    for i, x in enumerate(a):
        while q and a[q[-1]] <= x: q.pop()
        q.append(i)
        if q[0] <= i - k: q.popleft()
        t += a[q[0]]
    return t
