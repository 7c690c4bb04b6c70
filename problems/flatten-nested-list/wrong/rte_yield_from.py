# A generator that delegates to itself is recursion as well.
def flatten(nested):
    def walk(items):
        for item in items:
            if isinstance(item, list):
                yield from walk(item)
            else:
                yield item

    return list(walk(nested))
