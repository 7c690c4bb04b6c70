"""One list of differences to the minimum: a negative one says that the minimum changed there."""


class MinStack:
    def __init__(self) -> None:
        self.differences: list[int] = []
        self.minimum = 0

    def push(self, val: int) -> None:
        if not self.differences:
            self.minimum = val
        self.differences.append(val - self.minimum)
        if val < self.minimum:
            self.minimum = val

    def pop(self) -> int:
        popped = self.top()
        difference = self.differences.pop()
        if difference < 0:
            self.minimum -= difference
        return popped

    def top(self) -> int:
        return self.minimum + max(self.differences[-1], 0)

    def getMin(self) -> int:
        return self.minimum
