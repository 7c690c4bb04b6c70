class MinStack:
    def __init__(self):
        self.text = ""; self.low = []
    def push(self, x):
        self.text = self.text + "," + str(x).rjust(12)
        self.low.append(x if not self.low else min(x, self.low[-1]))
    def pop(self):
        self.text = self.text[: self.text.rindex(",")]
        self.low.pop()
    def getMin(self): return self.low[-1]
