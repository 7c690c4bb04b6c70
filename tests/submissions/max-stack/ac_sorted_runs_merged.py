class MaxStack:
    """Sorted runs whose lengths double, as in a binary counter; removed elements leave them late."""

    def __init__(self):
        self.runs = []
        self.items = []
        self.alive = set()
        self.count = 0

    def push(self, x):
        pair = (x, self.count)
        self.count += 1
        self.items.append(pair)
        self.alive.add(pair)
        run = [pair]
        while self.runs and len(self.runs[-1]) <= len(run):
            run = self.merge(self.runs.pop(), run)
        self.runs.append(run)

    def merge(self, a, b):
        return sorted(pair for pair in a + b if pair in self.alive)

    def top(self):
        while self.items[-1] not in self.alive:
            self.items.pop()
        return self.items[-1][0]

    def pop(self):
        x = self.top()
        self.alive.remove(self.items.pop())
        return x

    def best(self):
        for run in self.runs:
            while run and run[-1] not in self.alive:
                run.pop()
        self.runs = [run for run in self.runs if run]
        return max(self.runs, key=lambda run: run[-1])

    def peekMax(self):
        return self.best()[-1][0]

    def popMax(self):
        pair = self.best().pop()
        self.alive.remove(pair)
        return pair[0]
