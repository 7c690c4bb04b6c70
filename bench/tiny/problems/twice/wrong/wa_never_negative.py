def twice(x):
    return abs(x + x)
