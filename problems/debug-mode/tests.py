"""Hidden tests of debug-mode: a script of steps, played in the worker on modules that are made there."""

import random

from judge.authoring import FunctionTests, st

PLAYER = """
class ObservedModule:
    def __init__(self, training):
        self.training = training
        self.below = []

    def children(self):
        return list(self.below)

    def modules(self):
        found = [self]
        for module in found:
            found += [child for child in dict.fromkeys(module.below) if child not in found]
        return found

    def train(self, mode=True):
        for module in self.modules():
            module.training = mode
        return self

    def eval(self):
        return self.train(False)


def observed_modules(descriptions):
    kinds = {kind: type(kind, (ObservedModule,), {}) for kind, _, _, _ in descriptions}
    made = [kinds[kind](training) for kind, training, _, _ in descriptions]
    for module, (_, _, p, children) in zip(made, descriptions):
        module.below = [made[child] for child in children]
        if p is not None:
            module.p = p
    return made


def observe(modules, steps):
    made, log, prepared, left = observed_modules(modules), [], [], iter(steps)

    def body(manager=None, module=None):
        for name, *rest in left:
            if name == "exit" and manager is not None:
                return
            if name == "look":
                log.append([[one.training] + ([one.p] if hasattr(one, "p") else []) for one in made])
            elif name == "raise":
                kind = ValueError if rest[0] == "ValueError" else KeyboardInterrupt
                errors.append(kind("step"))
                raise errors[-1]
            elif name == "remove":
                made[rest[0]].below.clear()
            elif name == "add":
                made[rest[0]].below.append(made[rest[1]])
            elif name == "prepare":
                prepared.append((debug_mode(made[rest[0]]), made[rest[0]]))
            elif name in ("training", "p"):
                setattr(made[rest[0]], name, rest[1])
            elif name == "enter":
                enter(debug_mode(made[rest[0]]), made[rest[0]])
            elif name == "enter prepared" and prepared:
                enter(*prepared.pop())

    def enter(manager, module):
        with manager as given:
            log.append(given is module)
            body(manager, module)

    errors = []
    while True:
        try:
            body()
            return log
        except (ValueError, KeyboardInterrupt) as error:
            log.append(type(error).__name__ if error is errors[-1] else "another exception")


def observe_chain(length):
    last = [["Dropout", True, 0.5, []]]
    made = observed_modules([["Linear", True, None, [at + 1]] for at in range(length - 1)] + last)
    with debug_mode(made[0]):
        inside = [sum(one.training for one in made), made[-1].p]
    return [inside, [sum(one.training for one in made), made[-1].p]]
"""


def below(children, root):
    """All that is below root, and root itself."""
    found, rest = set(), [root]
    while rest:
        here = rest.pop()
        if here not in found:
            found.add(here)
            rest += children[here]
    return found


def play(modules, steps):
    """The same script on plain lists; entering copies the whole state."""
    training = [one[1] for one in modules]
    p = [one[2] for one in modules]
    children = [list(one[3]) for one in modules]
    log, saved, prepared = [], [], []

    def leave():
        for at, (old_training, old_p) in saved.pop().items():
            training[at], p[at] = old_training, old_p

    for name, *rest in steps:
        if name == "prepare":
            prepared.append(rest[0])
        if name == "enter" or (name == "enter prepared" and prepared):
            inside = below(children, rest[0] if rest else prepared.pop())
            saved.append({at: (training[at], p[at]) for at in inside})
            for at in inside:
                training[at] = False
                p[at] = None if p[at] is None else 0.0
            log.append(True)
        elif name == "exit" and saved:
            leave()
        elif name == "look":
            pairs = zip(training, p, strict=True)
            log.append([[mode] if one is None else [mode, one] for mode, one in pairs])
        elif name == "raise":
            while saved:
                leave()
            log.append(rest[0])
        elif name == "remove":
            children[rest[0]] = []
        elif name == "add":
            children[rest[0]].append(rest[1])
        elif name == "training":
            training[rest[0]] = rest[1]
        elif name == "p":
            p[rest[0]] = rest[1]
    return log


ARGUMENTS = {"raise": 1, "training": 2, "p": 2, "add": 2, "enter": 1, "prepare": 1, "remove": 1}
STEPS = {**ARGUMENTS, "exit": 0, "look": 0, "enter prepared": 0}
LINEAR, DROPOUT = ("Sequential", "Linear", "ReLU", "Norm"), ("Dropout", "Dropout2d", "AlphaDropout")


def valid(name, *args):
    if name == "observe_chain":
        return type(args[0]) is int and 1 <= args[0] <= 1000
    try:
        return legal(*args)
    except (AttributeError, TypeError, ValueError):  # arguments of another shape
        return False


def legal(modules, steps):
    """Children come after their parents, so there is no cycle; indices exist; only dropout has a p."""
    count = len(modules)
    index = lambda at: type(at) is int and 0 <= at < count  # noqa: E731
    share = lambda p: isinstance(p, float) and 0 <= p <= 1  # noqa: E731
    for at, (kind, training, p, children) in enumerate(modules):
        good = kind in LINEAR + DROPOUT and (kind in DROPOUT) == (p is not None) and type(training) is bool
        if not good or not (p is None or share(p)) or not all(index(c) and c > at for c in children):
            return False
    for name, *rest in steps:
        if STEPS.get(name) != len(rest):
            return False
        if name == "raise":
            good = rest[0] in ("ValueError", "KeyboardInterrupt")
        elif name == "add":
            good = index(rest[0]) and index(rest[1]) and rest[0] < rest[1]
        elif name == "training":
            good = index(rest[0]) and type(rest[1]) is bool
        elif name == "p":
            good = index(rest[0]) and modules[rest[0]][2] is not None and share(rest[1])
        else:
            good = all(index(at) for at in rest)
        if not good:
            return False
    return True


tests = FunctionTests(
    model={"observe": play, "observe_chain": lambda length: [[0, 0.0], [length, 0.5]]},
    valid=valid,
    adapter=PLAYER,
    adapted={"observe": 2, "observe_chain": 1},
)


def make_modules(rng, count, shared):
    modules = []
    for _ in range(count):
        p = rng.choice((None, None, 0.0, 0.1, 0.5, 1.0))
        modules.append([rng.choice(LINEAR if p is None else DROPOUT), rng.random() < 0.6, p, []])
    for at in range(1, count):
        parents = rng.sample(range(at), min(at, 1 + (rng.random() < shared)))
        for parent in parents:
            modules[parent][3].append(at)
    return modules


def make_steps(rng, modules, names, length):
    dropouts = [at for at, one in enumerate(modules) if one[2] is not None] or [-1]
    steps = []
    for _ in range(length):
        name, at = rng.choice(names), rng.randrange(len(modules))
        if name in ("enter", "prepare"):
            steps.append([name, rng.choice((0, 0, at))])
        elif name == "raise":
            steps.append([name, rng.choice(("ValueError", "KeyboardInterrupt"))])
        elif name == "training":
            steps.append([name, at, rng.random() < 0.5])
        elif name == "remove":
            steps.append([name, at])
        elif name == "p" and dropouts != [-1]:
            steps.append([name, rng.choice(dropouts), rng.choice((0.0, 0.3, 1.0))])
        elif name == "add" and at:
            steps.append([name, rng.randrange(at), at])
        elif name in ("exit", "look", "enter prepared"):
            steps.append([name])
    return steps


def scripts(names, length=12, shared=0.3, most=8):
    def script(seed, count, body):
        rng = random.Random(seed)
        modules = make_modules(rng, count, shared)
        return modules, [*body(rng, modules), ["look"]]

    def body(rng, modules):
        return make_steps(rng, modules, names, rng.randint(0, length))

    return st.builds(script, st.integers(0, 2**32), st.integers(1, most), st.just(body))


ENTER_LOOK_EXIT = [["enter", 0], ["look"], ["exit"]]


def with_steps(steps, shared=0.3, most=8):
    """Fixed steps on random modules."""
    seeds, counts = st.integers(0, 2**32), st.integers(1, most)
    modules = st.builds(lambda seed, n: make_modules(random.Random(seed), n, shared), seeds, counts)
    return modules.map(lambda made: (made, [*steps, ["look"]]))


@tests.property("inside: evaluation mode without dropout; afterwards: everything as before", share=2)
def inside_and_after():
    return with_steps(ENTER_LOOK_EXIT)


@tests.property("everything is restored when the body raises, and the exception arrives", share=1)
def after_an_exception():
    return st.one_of(
        with_steps([["enter", 0], ["look"], ["raise", "ValueError"]]),
        with_steps([["enter", 0], ["enter", 0], ["raise", "KeyboardInterrupt"]]),
    )


@tests.property("debug modes within debug modes", share=1)
def nested():
    return scripts(("enter", "enter", "exit", "look"))


@tests.property("modules that stand in several places", share=1)
def shared_modules():
    return with_steps(ENTER_LOOK_EXIT, shared=1.0)


@tests.property("many layers, each module below every one of the layer above it", share=0.2)
def layers():
    def layered(seed, levels, width):
        modules = make_modules(random.Random(seed), 1 + levels * width, 0)
        for at, module in enumerate(modules):
            first = 1 + (at + width - 1) // width * width
            module[3] = list(range(first, min(first + width, len(modules))))
        return modules, [*ENTER_LOOK_EXIT, ["look"]]

    return st.builds(layered, st.integers(0, 2**32), st.sampled_from((15, 40, 100)), st.integers(1, 3))


@tests.property("a chain of modules, as long as it may be", share=0.05, function="observe_chain")
def chains():
    return st.sampled_from((1, 2, 300, 1000))


@tests.property("a body that changes modules", share=1)
def changed_in_the_body():
    def disturbed(case):
        modules, _ = case
        changes = [["training", at, True] for at in range(len(modules))]
        changes += [["p", at, 0.7] for at, one in enumerate(modules) if one[2] is not None]
        return modules, [["enter", 0], *changes, ["exit"], ["look"]]

    any_change = scripts(("enter", "exit", "look", "training", "p", "raise"))
    return st.one_of(any_change, any_change.map(disturbed))


@tests.property("a body that changes the tree", share=1)
def changed_tree():
    any_change = scripts(("enter", "exit", "look", "remove", "add", "training", "p"))
    return st.one_of(any_change, with_steps([["enter", 0], ["remove", 0], ["exit"]]))


@tests.property("made first, entered later", share=1)
def entered_later():
    def flipped(case):
        modules, _ = case
        flips = [["training", at, not one[1]] for at, one in enumerate(modules)]
        return modules, [["prepare", 0], *flips, ["enter prepared"], ["look"], ["exit"], ["look"]]

    any_change = scripts(("prepare", "enter prepared", "exit", "look", "training", "p"))
    return st.one_of(any_change, any_change.map(flipped))


@tests.property("anything", share=2)
def anything():
    return scripts(tuple(STEPS), 30, 0.3, 12)
