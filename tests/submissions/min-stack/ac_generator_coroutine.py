def machine():
    items, lows, answer = [], [], None
    while True:
        word, val = yield answer
        answer = None
        if word == "push":
            items.append(val)
            lows.append(min(val, lows[-1]) if lows else val)
        elif word == "pop":
            lows.pop()
            answer = items.pop()
        else:
            answer = (items if word == "top" else lows)[-1]


class MinStack:
    def __init__(self):
        self.run = machine()
        next(self.run)

    def push(self, val):
        self.run.send(("push", val))

    def pop(self):
        self.run.send(("pop", None))

    def top(self):
        return self.run.send(("top", None))

    def getMin(self):
        return self.run.send(("low", None))
