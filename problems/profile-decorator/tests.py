"""Hidden tests of profile-decorator: observers run in the worker and tell what happened as plain data."""

from judge.authoring import FunctionTests, integers, st

OBSERVERS = '''
def observed_units(size):
    return round(size / 262144)


def observe_start(name, doc, generates):
    import inspect

    def function(a, b=2, *rest, key=None):
        original.ran = True

    def generator(a, b=2, *rest, key=None):
        original.ran = True
        yield a

    original = generator if generates else function
    original.__name__, original.__qualname__, original.__doc__ = name, "Outer." + name, doc
    original.tag = [name]
    wrapper = profile(original)
    shown = [getattr(wrapper, at, None) for at in ("__name__", "__qualname__", "__doc__", "tag")]
    same = [getattr(wrapper, "__wrapped__", None) is original, wrapper.__module__ == original.__module__]
    numbers = [wrapper.calls, wrapper.last_seconds, wrapper.total_seconds, wrapper.peak_bytes]
    return [shown, same, str(inspect.signature(wrapper)), numbers, hasattr(original, "ran")]


def observe_arguments(args, named, kind):
    result = (item for item in ()) if kind == "returns a generator" else object()
    seen = []

    def function(*args, **named):
        seen.append([list(args), named])
        return result

    def generator(*args, **named):
        yield function(*args, **named)

    wrapper = profile(generator if kind == "generates" else function)
    got = wrapper(*args, **named)
    return [(next(got) if kind == "generates" else got) is result, seen]


def observe_counts(plan):
    import builtins

    def original(outcome):
        if isinstance(outcome, BaseException):
            raise outcome
        return outcome

    def another(outcome):
        return original(outcome)

    both = [profile(original), profile(another)]
    log = []
    for which, outcome in plan:
        given = object() if outcome == "return" else getattr(builtins, outcome)("planned")
        try:
            got = both[which](given)
            word = "returned"
        except BaseException as error:
            got, word = error, type(error).__name__
        log.append([word if got is given else word + " copy", both[0].calls, both[1].calls])
    return log


def observe_exception(name, caused, generates):
    import builtins

    error, context, cause = getattr(builtins, name)("planned"), OSError(), OSError()

    def function():
        try:
            raise context
        except OSError:
            if caused:
                raise error from cause
            raise error

    def generator():
        yield function()

    wrapper = profile(generator if generates else function)
    try:
        next(wrapper()) if generates else wrapper()
    except BaseException as arrived:
        shown = [arrived.__context__ is context, arrived.__cause__ is cause, arrived.__suppress_context__]
        return [arrived is error, shown, wrapper.calls]


def observe_times(milliseconds, fails):
    import time

    inside = []

    def original(wait):
        begin = time.perf_counter()
        try:
            time.sleep(wait / 1000)
            if fails:
                raise ValueError(wait)
        finally:
            inside.append(time.perf_counter() - begin)

    wrapper = profile(original)
    log, total = [], 0.0
    for wait in milliseconds:
        begin = time.perf_counter()
        try:
            wrapper(wait)
        except ValueError:
            pass
        outside = time.perf_counter() - begin
        total += wrapper.last_seconds
        enough, too_much = wrapper.last_seconds > inside[-1] - 2e-4, wrapper.last_seconds > outside + 2e-4
        log.append([enough, too_much, abs(wrapper.total_seconds - total) < 1e-6])
    return log


def observe_recursion(depth):
    import time

    inside, ended, counted = [], [], []

    def original(left):
        begin = time.perf_counter()
        counted.append(wrapper.calls)
        if left:
            time.sleep(0.0005)
            wrapper(left - 1)
            ended.append(wrapper.last_seconds)
        counted.append(wrapper.calls)
        inside.append(time.perf_counter() - begin)
        return left

    wrapper = profile(original)
    result = wrapper(depth)
    ended.append(wrapper.last_seconds)
    long_enough = all(last > own - 2e-4 for last, own in zip(ended, inside))
    return [result, counted, wrapper.calls, long_enough, abs(wrapper.total_seconds - sum(ended)) < 1e-6]


def observe_peaks(steps, tracing):
    import tracemalloc

    kept, log = [], []

    def original(inside, keep):
        block = bytearray(inside * 262144)
        if keep:
            kept.append(block)

    wrapper = profile(original)
    if tracing:
        tracemalloc.start()
    found = object()  # allocated by now: whoever stops tracing forgets it
    for outside, inside, keep in steps:
        bytearray(outside * 262144)
        wrapper(inside, keep)
        log.append(observed_units(wrapper.peak_bytes))
    log.append([tracemalloc.is_tracing(), tracemalloc.get_object_traceback(found) is not None])
    tracemalloc.stop()
    return log


def observe_nesting(before, inner, after, hold, fails):
    def within():
        block = bytearray(inner * 262144)
        del block
        if fails:
            raise KeyError("within")

    def around():
        block = bytearray(before * 262144)
        if not hold:
            del block
        try:
            profiled_within()
        except KeyError:
            pass
        bytearray(after * 262144)

    profiled_within, profiled_around = profile(within), profile(around)
    profiled_around()
    peaks = [observed_units(one.peak_bytes) for one in (profiled_within, profiled_around)]
    return [*peaks, profiled_within.calls, profiled_around.calls]


def observe_consumer(before, units):
    import time

    inside = []

    def steps():
        for unit in units:
            begin = time.perf_counter()
            bytearray(unit * 262144)
            time.sleep(unit / 2000)
            inside.append(time.perf_counter() - begin)
            yield unit

    def consume():
        bytearray(before * 262144)
        return list(profiled_steps())

    profiled_steps, profiled_consume = profile(steps), profile(consume)
    result = profiled_consume()
    peaks = [observed_units(one.peak_bytes) for one in (profiled_steps, profiled_consume)]
    seconds = [sum(inside), profiled_steps.last_seconds, profiled_consume.last_seconds]
    included = [less < more + 2e-4 for less, more in zip(seconds, seconds[1:])]
    # without work only noise would differ
    return [result, *peaks, *(included if any(units) else [True, True])]


def observe_depth(units):
    chain = []

    def make(at):
        def original():
            block = bytearray(units[at] * 262144)
            if at + 1 < len(units):
                chain[at + 1]()
            return len(block)

        return original

    chain.extend(profile(make(at)) for at in range(len(units)))
    chain[0]()
    return [observed_units(one.peak_bytes) for one in chain]


def observe_twice(first, then):
    inner = profile(lambda value: value + 1)
    results = [inner(value) for value in first]
    outer = profile(inner)
    start = outer.calls
    results += [outer(value) for value in then]
    return [results, start, inner.calls, outer.calls]


def observe_methods(kind, values):
    class Account:
        total = 0

        @profile
        def add(self, value):
            """Add."""
            self.total += value
            return self.total

        @profile
        def add_in_steps(self, value):
            yield self.total
            self.total += value
            yield self.total

        @classmethod
        @profile
        def add_to_all(cls, value):
            cls.total += value
            return cls.total

        @staticmethod
        @profile
        def double(value):
            return 2 * value

    accounts, results = [Account(), Account()], []
    for value in values:
        got = [getattr(accounts[0], kind)(value), getattr(accounts[1], kind)(value=value)]
        results.append([list(one) for one in got] if kind == "add_in_steps" else got)
    return [results, getattr(Account, kind).calls, Account.add.__name__, Account.add.__doc__]


def observe_generator(values, sent, ending, name):
    import builtins

    ended, kind = [], getattr(builtins, name)

    def original(values):
        received = []
        try:
            for value in values:
                received.append((yield value))
            if ending == "raises":
                raise kind("at the end")
            return received
        finally:
            ended.append(True)
            if ending == "stumbles":
                raise kind("while it ends")

    wrapper = profile(original)
    generator = wrapper(values)
    seen, calls, how = [], [wrapper.calls], None
    try:
        seen.append(next(generator))
        for item in sent:
            calls.append(wrapper.calls)
            seen.append(next(generator) if item is None else generator.send(item))
        if ending == "thrown":
            generator.throw(kind("thrown in"))
        if ending in ("closed", "stumbles"):
            generator.close()
        else:
            for value in generator:
                seen.append(value)
            how = "exhausted"
    except StopIteration as stop:
        how = ["returned", stop.value]
    except (KeyError, ValueError, KeyboardInterrupt, SystemExit) as error:
        how = [type(error).__name__, error.args[0]]
    return [seen, how, calls, wrapper.calls, ended]


def observe_caught(values):
    def original():
        for value in values:
            try:
                yield value
            except ValueError:
                yield -value

    generator, log = profile(original)(), []
    try:
        for value in generator:
            log.append([value, generator.throw(ValueError("caught"))])
    except Exception as error:
        log.append(type(error).__name__)
    return log


def observe_generator_result(values):
    def original():
        for value in values:
            yield value
        return "result"

    def delegating():
        results.append((yield from profile(original)()))

    results = []
    return [list(delegating()), results]


def observe_generator_times(work, pause, count):
    import time

    inside = []

    def original():
        for at in range(count):
            begin = time.perf_counter()
            time.sleep(work / 1000)
            inside.append(time.perf_counter() - begin)
            yield at

    wrapper = profile(original)
    paused, begin = 0.0, time.perf_counter()
    for _ in wrapper():
        pausing = time.perf_counter()
        time.sleep(pause / 1000)
        paused += time.perf_counter() - pausing
    spent = time.perf_counter() - begin - paused
    total = abs(wrapper.total_seconds - wrapper.last_seconds) < 1e-9
    included = wrapper.last_seconds > sum(inside) - 2e-4 or not work  # without work only noise would differ
    return [included, wrapper.last_seconds > spent + 2e-4, total]


def observe_in_turn(first, second):
    import time

    def original(steps, own):
        for step in steps:
            begin = time.perf_counter()
            bytearray(step * 262144)
            time.sleep(step / 2000)
            own.append(time.perf_counter() - begin)
            yield step

    wrapper = profile(original)
    inside, outside, turns, total, log = ([], []), [0.0, 0.0], [0, 1], 0.0, []
    generators = [wrapper(first, inside[0]), wrapper(second, inside[1])]
    while turns:
        which = turns.pop(0)
        begin = time.perf_counter()
        step = next(generators[which], None)
        outside[which] += time.perf_counter() - begin
        if step is not None:
            turns.append(which)
        else:
            last = wrapper.last_seconds
            total += last
            worked = any((first, second)[which])  # without work only noise would differ
            included = last > sum(inside[which]) - 2e-4 or not worked
            log.append([which, wrapper.calls, included, last > outside[which] + 2e-4])
    return [log, abs(wrapper.total_seconds - total) < 1e-6, observed_units(wrapper.peak_bytes)]


def observe_generator_peaks(first, second, between, tracing):
    import tracemalloc

    if tracing:
        tracemalloc.start()
    found = object()  # allocated by now: whoever stops tracing forgets it

    def original(units):
        for unit in units:
            bytearray(unit * 262144)
            yield unit

    one, other = profile(original), profile(original)
    in_turn = [one(first), other(second)]
    for _ in zip(*in_turn):
        bytearray(between * 262144)
    for generator in in_turn:
        generator.close()
    still = [tracemalloc.is_tracing(), tracemalloc.get_object_traceback(found) is not None]
    tracemalloc.stop()
    return [observed_units(one.peak_bytes), observed_units(other.peak_bytes), still]
'''


def start(name, doc, generates):
    shown = [name, "Outer." + name, doc, [name]]
    return [shown, [True, True], "(a, b=2, *rest, key=None)", [0, 0.0, 0.0, 0], False]


def counts(plan):
    calls, log = [0, 0], []
    for which, outcome in plan:
        calls[which] += 1
        log.append(["returned" if outcome == "return" else outcome, *calls])
    return log


def peaks(steps, tracing):
    inside = [step[1] for step in steps]
    return [*(max(inside[: at + 1]) for at in range(len(inside))), [tracing, tracing]]


def nesting(before, inner, after, hold, fails):
    below = before if hold else 0
    return [inner, max(before, below + inner, below + after), 1, 1]


def methods(kind, values):
    sums = [sum(values[: at + 1]) for at in range(len(values))]
    results = {
        "add": [[total, total] for total in sums],
        "add_in_steps": [[[total - value, total]] * 2 for total, value in zip(sums, values, strict=True)],
        "add_to_all": [[2 * total - value, 2 * total] for total, value in zip(sums, values, strict=True)],
        "double": [[2 * value] * 2 for value in values],
    }
    return [results[kind], 2 * len(values), "add", "Add."]


def generator(values, sent, ending, name):
    """The same generator, not decorated: its consumer gets `sent`, then what `ending` says."""
    seen, sends = values[: len(sent) + 1], list(sent)
    calls = [0] * (1 + min(len(sent), len(values)))
    if ending == "stumbles":
        how = [name, "while it ends"]
    elif len(values) <= len(sent):
        how = [name, "at the end"] if ending == "raises" else ["returned", sends[: len(values)]]
    elif ending == "thrown":
        how = [name, "thrown in"]
    elif ending == "closed":
        how = None
    else:
        seen, how = values, [name, "at the end"] if ending == "raises" else "exhausted"
    return [seen, how, calls, 1, [True]]


def in_turn(first, second):
    """The first one begins, so it ends first where it is no longer than the second."""
    order = [0, 1] if len(first) <= len(second) else [1, 0]
    log = [[which, calls, True, False] for calls, which in enumerate(order, start=1)]
    return [log, True, max([0, *first, *second])]


def generator_peaks(first, second, between, tracing):
    steps = min(len(first), len(second))
    return [max(first[: steps + 1]), max(second[:steps]), [tracing, tracing]]


MODELS = {
    "observe_start": start,
    "observe_arguments": lambda args, named, kind: [True, [[args, named]]],
    "observe_counts": counts,
    "observe_exception": lambda name, caused, generates: [True, [True, caused, caused], 1],
    "observe_times": lambda milliseconds, fails: [[True, False, True] for _ in milliseconds],
    "observe_recursion": lambda depth: [
        depth, [0] * (depth + 1) + list(range(depth + 1)), depth + 1, True, True
    ],
    "observe_peaks": peaks,
    "observe_nesting": nesting,
    "observe_consumer": lambda before, units: [units, max(units), max(before, *units), True, True],
    "observe_depth": lambda units: [sum(units[at:]) for at in range(len(units))],
    "observe_twice": lambda first, then: [
        [value + 1 for value in first + then], 0, len(first) + len(then), len(then)
    ],
    "observe_methods": methods,
    "observe_generator": generator,
    "observe_caught": lambda values: [[value, -value] for value in values],
    "observe_generator_result": lambda values: [values, ["result"]],
    "observe_generator_times": lambda work, pause, count: [True, False, True],
    "observe_in_turn": in_turn,
    "observe_generator_peaks": generator_peaks,
}  # fmt: skip
ARGUMENTS = (3, 3, 1, 3, 2, 1, 2, 5, 2, 1, 2, 2, 4, 1, 1, 3, 2, 4)
ENDINGS = ("exhausted", "raises", "thrown", "closed", "stumbles")
ERRORS = ("return", "return", "ValueError", "KeyError", "StopIteration", "KeyboardInterrupt", "SystemExit")


def whole(item, low=0, high=8):
    return type(item) is int and low <= item <= high


def wholes(items, low=0, high=8, least=0):
    return isinstance(items, list) and len(items) >= least and all(whole(one, low, high) for one in items)


def flag(item):
    return type(item) is bool


VALID = {
    "observe_start": lambda name, doc, generates: (
        name.isidentifier() and isinstance(doc, str) and flag(generates)
    ),
    "observe_arguments": lambda args, named, kind: (
        wholes(args, -9, 9)
        and isinstance(named, dict)
        and all(isinstance(name, str) and name in NAMES and whole(named[name], -9, 9) for name in named)
        and kind in KINDS
    ),
    "observe_counts": lambda plan: all(
        len(step) == 2 and whole(step[0], 0, 1) and step[1] in ERRORS for step in plan
    ),
    "observe_exception": lambda name, caused, generates: name in RAISED and flag(caused) and flag(generates),
    "observe_times": lambda milliseconds, fails: wholes(milliseconds, 0, 3) and flag(fails),
    "observe_recursion": lambda depth: whole(depth, 0, 5),
    "observe_peaks": lambda steps, tracing: (
        steps != []
        and all(len(step) == 3 and wholes(step[:2]) and flag(step[2]) for step in steps)
        and flag(tracing)
    ),
    "observe_nesting": lambda before, inner, after, hold, fails: (
        wholes([before, inner, after]) and flag(hold) and flag(fails)
    ),
    "observe_consumer": lambda before, units: whole(before) and wholes(units, least=1),
    "observe_depth": lambda units: wholes(units, least=1),
    "observe_twice": lambda first, then: wholes(first, -9, 9) and wholes(then, -9, 9),
    "observe_methods": lambda kind, values: kind in METHODS and wholes(values, -9, 9),
    "observe_generator": lambda values, sent, ending, name: (
        wholes(values, -9, 9)
        and all(item is None or whole(item, -9, 9) for item in sent)
        and ending in ENDINGS
        and name in RAISED
    ),
    "observe_caught": lambda values: wholes(values, -9, 9),
    "observe_generator_result": lambda values: wholes(values, -9, 9),
    "observe_generator_times": lambda work, pause, count: wholes([work, pause, count], 0, 3),
    "observe_in_turn": lambda first, second: wholes([*first, *second]),
    "observe_generator_peaks": lambda first, second, between, tracing: (
        wholes(first, least=1) and wholes(second, least=1) and whole(between) and flag(tracing)
    ),
}
NAMES = ("key", "self", "args", "function", "wrapper", "x")
METHODS = ("add", "add_in_steps", "add_to_all", "double")
KINDS = ("returns", "returns a generator", "generates")
RAISED = ("ValueError", "KeyError", "KeyboardInterrupt", "SystemExit")


def valid(name, *args):
    try:
        return bool(VALID[name](*args))
    except (AttributeError, IndexError, TypeError):  # arguments of another shape
        return False


tests = FunctionTests(
    model=MODELS,
    valid=valid,
    adapter=OBSERVERS,
    adapted=dict(zip(MODELS, ARGUMENTS, strict=True)),
)


def small(low=-9, high=9, most=5, least=0):
    return st.lists(integers(low, high), min_size=least, max_size=most)


@tests.property("before the first call: metadata and zeros", share=0.7, function="observe_start")
def before_the_first_call():
    names = st.sampled_from(("step", "wrapper", "function", "profile", "_a"))
    return st.tuples(names, st.sampled_from(("", "Doc.", "Two\nlines.")), st.booleans())


@tests.property("arguments go in, the function's own object comes out", function="observe_arguments")
def arguments_and_result():
    named = st.dictionaries(st.sampled_from(NAMES), integers(-9, 9), max_size=4)
    return st.tuples(small(), named, st.sampled_from(KINDS))


@tests.property("calls are counted, whether they return or raise, for each function", 2, "observe_counts")
def counted_calls():
    return st.lists(st.tuples(integers(0, 1), st.sampled_from(ERRORS)).map(list), max_size=8)


@tests.property("an exception keeps its cause and its context", 0.3, "observe_exception")
def exceptions():
    return st.tuples(st.sampled_from(RAISED), st.booleans(), st.booleans())


@tests.property("seconds lie between those inside and those outside", 0.3, function="observe_times")
def seconds():
    return st.tuples(st.lists(integers(0, 3), max_size=4), st.booleans())


@tests.property("a profiled function that calls itself", share=0.3, function="observe_recursion")
def recursion():
    return integers(0, 5)


@tests.property("the peak is the most that was allocated during a call", 1.5, function="observe_peaks")
def peaks_of_calls():
    step = st.tuples(integers(0, 8), integers(0, 8), st.booleans()).map(list)
    return st.tuples(st.lists(step, min_size=1, max_size=4), st.booleans())


@tests.property("peaks of an inner and an outer call", share=2, function="observe_nesting")
def peaks_of_two():
    units = integers(0, 8)
    return st.tuples(units, units, units, st.booleans(), st.booleans())


@tests.property("peaks of calls within calls", share=0.7, function="observe_depth")
def peaks_of_many():
    return small(0, 4, 6, 1)


@tests.property("a profiled function consumes a profiled generator", share=0.5, function="observe_consumer")
def consumer():
    return st.tuples(integers(0, 8), small(0, 8, 4, 1))


@tests.property("a function that is profiled twice", share=0.5, function="observe_twice")
def profiled_twice():
    return st.tuples(small(), small())


@tests.property("methods, class methods and static methods", share=0.7, function="observe_methods")
def methods_of_a_class():
    return st.tuples(st.sampled_from(METHODS), small())


@tests.property("a generator: values, what is sent, how it ends", share=2, function="observe_generator")
def generators():
    sent = st.lists(st.one_of(st.none(), integers(-9, 9)), max_size=4)
    return st.tuples(small(), sent, st.sampled_from(ENDINGS), st.sampled_from(RAISED))


@tests.property("a generator catches what is thrown in, and goes on", share=0.3, function="observe_caught")
def caught():
    return small()


@tests.property("a generator's return value", share=0.3, function="observe_generator_result")
def generator_results():
    return small()


@tests.property("a generator's seconds leave out its consumer's", 0.2, "observe_generator_times")
def generator_seconds():
    return st.tuples(integers(0, 2), integers(0, 3), integers(0, 3))


@tests.property("two generators of one function in turn", share=0.4, function="observe_in_turn")
def one_function_in_turn():
    return st.tuples(small(0, 8, 4), small(0, 8, 4))


@tests.property("peaks of two generators in turn", share=1, function="observe_generator_peaks")
def generator_memory():
    return st.tuples(small(0, 8, 4, 1), small(0, 8, 4, 1), integers(0, 8), st.booleans())
