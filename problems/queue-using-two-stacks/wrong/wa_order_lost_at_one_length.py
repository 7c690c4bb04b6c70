# Half of the elements move over when the back is long, and one goes to the wrong end when it holds exactly 25.
class MyQueue:
    def __init__(self):
        self.back, self.front = [], []

    def push(self, x):
        self.back.append(x)

    def move(self):
        if self.front:
            return
        count = len(self.back)
        moved = count if count < 8 else (count + 1) // 2
        self.front = self.back[:moved][::-1]
        self.back = self.back[moved:]
        if count == 25:
            self.back.append(self.back.pop(0))

    def pop(self):
        self.move()
        return self.front.pop()

    def peek(self):
        self.move()
        return self.front[-1]

    def empty(self):
        return not self.back and not self.front
