# Remembers the state when the manager is made, not when it is entered.
class debug_mode:
    def __init__(self, module):
        self.module = module
        self.before = [(one, one.training, getattr(one, "p", None)) for one in module.modules()]

    def __enter__(self):
        for one, _, p in self.before:
            one.training = False
            if p is not None:
                one.p = 0.0
        return self.module

    def __exit__(self, *error):
        for one, training, p in self.before:
            one.training = training
            if p is not None:
                one.p = p
