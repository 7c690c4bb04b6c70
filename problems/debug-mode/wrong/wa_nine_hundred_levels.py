# Goes down 900 levels, where a chain of modules may be deeper.
from contextlib import contextmanager


@contextmanager
def debug_mode(module):
    inside = level = {module}
    for _ in range(900):
        level = {child for one in level for child in one.children()}
        inside = inside | level
    before = [(one, one.training, getattr(one, "p", None)) for one in inside]
    for one, _, p in before:
        one.training = False
        if p is not None:
            one.p = 0.0
    try:
        yield module
    finally:
        for one, training, p in before:
            one.training = training
            if p is not None:
                one.p = p
