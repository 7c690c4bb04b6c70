# Reads p of every module.
from contextlib import contextmanager


@contextmanager
def debug_mode(module):
    before = [(one, one.training, one.p) for one in module.modules()]
    for one, _, _ in before:
        one.training, one.p = False, 0.0
    try:
        yield module
    finally:
        for one, training, p in before:
            one.training, one.p = training, p
