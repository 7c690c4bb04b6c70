# Equal elements in a row are one entry with a count, which goes up to 512 only.
class MyQueue:
    def __init__(self):
        self.a, self.b = [], []

    def push(self, x):
        if self.a and self.a[-1][0] == x:
            self.a[-1] = (x, self.a[-1][1] + 1)
        else:
            self.a.append((x, 1))

    def turn(self):
        if not self.b:
            while self.a:
                self.b.append(self.a.pop())

    def pop(self):
        self.turn()
        x, n = self.b.pop()
        if n > 1:
            self.b.append((x, min(n - 1, 511)))
        return x

    def peek(self):
        self.turn()
        return self.b[-1][0]

    def empty(self):
        return not self.a and not self.b
