# Walks the tree again to restore it: modules that the body removed keep debug mode.
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
        still_there = module.modules()
        for one, training, p in before:
            if one not in still_there:
                continue
            one.training = training
            if p is not None:
                one.p = p
