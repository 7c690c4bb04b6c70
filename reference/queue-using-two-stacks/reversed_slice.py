# Your MyQueue object will be instantiated and called as such:
# obj = MyQueue()
# obj.push(x)
class MyQueue:
    def __init__(self): self.s1, self.s2 = [], []
    def push(self, x): self.s1.append(x)
    def pop(self): self.peek(); return self.s2.pop()
    def peek(self):
        if not self.s2: self.s1, self.s2 = [], self.s1[::-1]
        return self.s2[-1]
    def empty(self): return len(self.s1) + len(self.s2) == 0
