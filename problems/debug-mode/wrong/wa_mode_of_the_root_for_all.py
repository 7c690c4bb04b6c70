# Remembers the root's mode and gives it to all modules.
from contextlib import contextmanager


@contextmanager
def debug_mode(module):
    before = [(one, one.training, getattr(one, "p", None)) for one in module.modules()]
    for one, _, p in before:
        one.training = False
        if p is not None:
            one.p = 0.0
    try:
        yield module
    finally:
        module.train(before[0][1])
        for one, training, p in before:
            if p is not None:
                one.p = p
