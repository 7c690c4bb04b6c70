class Meta(type):
    def __new__(mcs, name, bases, space):
        space["getMin"] = lambda self: self.pairs[-1][1]
        space["top"] = lambda self: self.pairs[-1][0]
        return super().__new__(mcs, name, bases, space)


class MinStack(metaclass=Meta):
    def __init__(self):
        self.pairs = []

    push = lambda self, val: self.pairs.append((val, min(val, self.pairs[-1][1] if self.pairs else val)))
    pop = lambda self: self.pairs.pop()[0]
