# A class with __enter__ and __exit__, and for each module a dictionary of the attributes to put back.
class debug_mode:
    def __init__(self, module):
        self.module = module

    def __enter__(self):
        self.before = {module: dict(vars(module)) for module in self.module.modules()}
        for module, attributes in self.before.items():
            module.training = False
            if "p" in attributes:
                module.p = 0.0
        return self.module

    def __exit__(self, kind, error, trace):
        for module, attributes in self.before.items():
            for name in {"training", "p"} & set(attributes):
                setattr(module, name, attributes[name])
