class MinStack:
    def __init__(self): self.s = []
    def push(self, x): self.s.append(x)
    def pop(self): self.s.pop()
    def getMin(self):
        def low(a, b):
            if b - a == 1: return self.s[a]
            m = (a + b) // 2
            return min(low(a, m), low(m, b))
        return low(0, len(self.s))
