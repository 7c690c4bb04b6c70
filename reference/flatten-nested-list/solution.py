"""A stack of iterators, one for each list that is open: what recursion would keep, kept by ourselves.

The innermost open list gives its next element. A list among them is opened, which puts its iterator on top;
an exhausted list is closed. Every element and every list is met once: O(n), and no Python call stays open, so
the depth is bounded by memory alone. The input is only read.
"""


def flatten(nested: list) -> list:
    flat = []
    opened = [iter(nested)]
    while opened:
        for item in opened[-1]:
            if isinstance(item, list):
                opened.append(iter(item))
                break
            flat.append(item)
        else:
            opened.pop()
    return flat
