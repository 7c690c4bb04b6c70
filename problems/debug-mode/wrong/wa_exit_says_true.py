# __exit__ returns True, which swallows the exception.
class debug_mode:
    def __init__(self, module):
        self.module = module

    def __enter__(self):
        self.before = [(one, dict(vars(one))) for one in self.module.modules()]
        for one, values in self.before:
            one.training = False
            if "p" in values:
                one.p = 0.0
        return self.module

    def __exit__(self, *error):
        for one, values in self.before:
            one.training = values["training"]
            if "p" in values:
                one.p = values["p"]
        return True
