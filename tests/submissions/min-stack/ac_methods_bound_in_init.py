class _Frames(list):
    __slots__ = ()

    def peek(self, default=None):
        return self[-1] if self else default


def make():
    frames = _Frames()

    def push(val):
        best = frames.peek((val, val))[1]
        frames.append((val, best if best < val else val))
        return frames

    def pop():
        return frames.pop()[0]

    def top():
        return frames.peek()[0]

    def low():
        return frames.peek()[1]

    return push, pop, top, low


class MinStack:
    def __init__(self):
        self.push, self.pop, self.top, self.getMin = make()


# self test
_s = MinStack()
for _v in (3, 1, 2):
    _s.push(_v)
assert _s.getMin() == 1 and _s.top() == 2
_s.pop(); _s.pop()
assert _s.getMin() == 3
print("self test ok")
