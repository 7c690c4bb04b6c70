# A flag says that debug mode is on already, so an inner one changes nothing, not even what the body has changed.
from contextlib import contextmanager

active = []


@contextmanager
def debug_mode(module):
    if active:
        yield module
        return
    before = [(one, one.training, getattr(one, "p", None)) for one in module.modules()]
    active.append(module)
    module.eval()
    for one, _, p in before:
        if p is not None:
            one.p = 0.0
    try:
        yield module
    finally:
        active.pop()
        for one, training, p in before:
            one.training = training
            if p is not None:
                one.p = p
