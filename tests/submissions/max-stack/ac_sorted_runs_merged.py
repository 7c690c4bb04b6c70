class MaxStack:
    """A binary counter of sorted runs (a logarithmic-method heap), with lazy deletion."""

    def __init__(self):
        self.runs = []
        self.items = []
        self.alive = []

    def push(self, x):
        at = len(self.items)
        self.items.append(x)
        self.alive.append(True)
        run = [(x, at)]
        while self.runs and len(self.runs[-1]) <= len(run):
            run = self.merge(self.runs.pop(), run)
        if run:
            self.runs.append(run)

    def merge(self, a, b):
        out = sorted(pair for pair in a + b if self.alive[pair[1]])
        return out

    def top(self):
        while not self.alive[-1]:
            self.alive.pop()
            at = len(self.alive)
            self.items.pop()
            self.forget(at)
        return self.items[-1]

    def forget(self, at):
        for run in self.runs:
            while run and (run[-1][1] >= at or not self.alive[run[-1][1]]):
                run.pop()

    def pop(self):
        x = self.top()
        self.alive[-1] = False
        return x

    def best(self):
        champion = None
        for run in self.runs:
            while run and (run[-1][1] >= len(self.alive) or not self.alive[run[-1][1]]):
                run.pop()
            if run and (champion is None or run[-1] > champion[-1]):
                champion = run
        return champion

    def peekMax(self):
        return self.best()[-1][0]

    def popMax(self):
        x, at = self.best().pop()
        self.alive[at] = False
        return x
