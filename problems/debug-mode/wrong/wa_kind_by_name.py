# Knows dropout by the class name Dropout alone.
from contextlib import contextmanager


@contextmanager
def debug_mode(module):
    before = [(one, one.training, one.p if type(one).__name__ == "Dropout" else None) for one in module.modules()]
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
