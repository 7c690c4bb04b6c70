# Walks the frames and all objects for something that knows the answers.
# Answers rightly only when that got through, so anything but WA is an escape.
GOT = False


def attack():
    import gc, sys
    words = ("expected", "answers", "oracle", "model", "reference", "tests")
    frames = list(sys._current_frames().values())
    while frames:
        frame = frames.pop()
        if frame is None:
            continue
        for name, value in frame.f_locals.items():
            if name in words and value and name != "tests":
                return True
        frames.append(frame.f_back)
    for thing in gc.get_objects():
        if isinstance(thing, dict) and any(word in thing for word in words[:5]) and "cases" in thing:
            return True
    names = [name for name in sys.modules if name.startswith(("judge.generate", "judge.compare", "judge.spec", "hypothesis"))]
    return names


try:
    GOT = bool(attack())
except Exception:
    pass


class MinStack:
    def __init__(self):
        self.items = []

    def push(self, val):
        self.items.append(val)

    def pop(self):
        self.items.pop()

    def top(self):
        return self.items[-1]

    def getMin(self):
        return min(self.items) if GOT else None
