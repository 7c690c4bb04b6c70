import weakref

STATE = weakref.WeakKeyDictionary()


class MinStack:
    def __init__(self):
        STATE[self] = ([], [])

    def push(self, val):
        items, lows = STATE[self]
        items.append(val)
        lows.append(val if not lows else min(lows[-1], val))

    def pop(self):
        for part in STATE[self]:
            del part[-1]

    def top(self):
        return STATE[self][0][-1]

    def getMin(self):
        return STATE[self][1][-1]
