# At most 2,000 elements are turned at a time, and one that stays behind is the wrong one.
class MyQueue:
    def __init__(self):
        self.a, self.b = [], []

    def push(self, x):
        self.a.append(x)

    def turn(self):
        if not self.b:
            if len(self.a) > 2000:
                self.b, self.a = self.a[:-2001:-1], self.a[:-2000]
            else:
                while self.a:
                    self.b.append(self.a.pop())

    def pop(self):
        self.turn()
        return self.b.pop()

    def peek(self):
        self.turn()
        return self.b[-1]

    def empty(self):
        return not self.a and not self.b
