# What is left to do stands in a deque; a list at its front is replaced by its elements.
from collections import deque


def flatten(nested):
    rest, flat = deque(nested), []
    while rest:
        first = rest.popleft()
        if type(first) is list:
            rest.extendleft(first[::-1])
        else:
            flat.append(first)
    return flat
