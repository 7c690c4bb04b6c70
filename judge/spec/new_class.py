"""The files that `judge new --kind class` writes: a small problem that works, to be turned into another.

@SLUG@, @TITLE@, @CLASS@ and @FUNCTION@ stand for names.
"""

from __future__ import annotations

from judge.spec.new_problem import HEAD, REFERENCE

_TOML = (
    HEAD
    + """
# TODO(author): the interface. Types: int, float, bool, str, list[int], dict[int, list[int]], TreeNode,
# ListNode; `void` where the return value is ignored. A constructor with arguments:
# constructor = "(capacity: int)"
[entry]
class = "@CLASS@"
methods = [
    "add(value: int) -> void",
    "remove(value: int) -> bool",
    "count(value: int) -> int",
]

# TODO(author): what is required, for each operation: O(1), O(log n), O(n), O(n log n) ...; add
# `space = "O(1)"` where memory is bounded. Each needs a workload in workload.py.
[complexity]
add = "O(1)"
remove = "O(1)"
count = "O(1)"
"""
)

_STATEMENT = """\
# @TITLE@

<!-- TODO(author): one sentence that says what to build; then every method, and what happens at the edges -->

Design a bag of integers that knows how often it holds each.

Implement the class `@CLASS@`:

- `@CLASS@()` makes an empty bag.
- `add(value)` puts `value` in.
- `remove(value)` takes one `value` out and returns True, or returns False when there is none.
- `count(value)` returns how often `value` is in the bag.

**Every operation must be O(1).**

## Examples

<!-- TODO(author): at least two sessions; the gate checks them against your model -->

```python
>>> b = @CLASS@()
>>> b.add(7)
>>> b.add(7)
>>> b.count(7)
2
```

```python
>>> b = @CLASS@()
>>> b.remove(1)
False
```

## Constraints

<!-- TODO(author): the range of every argument, the number of calls, which calls are never made -->

- `value` is any 32-bit integer.
- Up to 100,000 calls on one instance.
"""

_STARTER = '''\
class @CLASS@:
    def __init__(self):
        pass  # TODO

    def add(self, value: int) -> None:
        """Put value in."""
        # TODO

    def remove(self, value: int) -> bool:
        """Take one value out; say whether there was one."""
        # TODO

    def count(self, value: int) -> int:
        """Return how often value is in the bag."""
        # TODO


# TODO(author): the signatures of problem.toml with a docstring each; what contestants begin with
'''

_TESTS = '''\
"""Hidden tests of @SLUG@."""

from judge.authoring import ClassTests, values


# TODO(author): a model that is obviously right, however slow: answers are compared with it
class Model:
    """The bag as a list; everything by looking at all of it."""

    def __init__(self):
        self.items = []

    def add(self, value):
        self.items.append(value)

    def remove(self, value):
        found = value in self.items
        if found:
            self.items.remove(value)
        return found

    def count(self, value):
        return self.items.count(value)


# TODO(author): which calls may be made, and with which arguments? Called with the model before the call
# (None for the constructor), the method's name and its arguments; left out, every call is legal
def allowed(model, method, args):
    return all(-(2**31) <= value < 2**31 for value in args)


# TODO(author): a strategy for the arguments of every method that has some (a tuple where there are
# several); which methods make the structure larger, and smaller. Make strategies inside functions
tests = ClassTests(
    model=Model,
    arguments={"add": values, "remove": values, "count": values},
    allowed=allowed,
    grow=("add",),
    drain=("remove",),
)


# TODO(author): a scenario for each mistake that random sequences meet too rarely; its words are shown
# when it fails, so they say what was asked, not how to solve it
@tests.scenario("one of several equal values is removed")
def one_of_equals(draw):
    value = draw(values())
    return [
        ("add", value), ("add", value), ("remove", value),
        ("count", value), ("remove", value), ("count", value),
    ]  # fmt: skip
'''

_WORKLOAD = '''\
"""Workloads of @SLUG@: the state of size n, and the calls to time."""

from judge.authoring import ascending, equal_values, stage, workloads

# TODO(author): the shapes in which slow solutions show: sorted, reversed, equal, a miss, the far end
KINDS = {"different values": ascending, "equal values": equal_values}


# TODO(author): a workload for every operation that problem.toml bounds (judge/authoring/workload.py)
def declare(operation, batch):
    @workloads(operation, KINDS)
    def _(n, values):
        numbers = values(n)
        return batch([("add", v) for v in numbers], [("remove", v) for v in numbers], numbers)


declare("add", lambda adds, removes, _: stage(build=adds, timed=adds, undo=removes))
declare("remove", lambda adds, removes, _: stage(build=adds, timed=removes, undo=adds))
declare("count", lambda adds, _, numbers: stage(build=adds, timed=[("count", v) for v in numbers]))
'''

_REFERENCE = '''\
"""How often each value is in the bag, in a dictionary. Every operation is one look-up: O(1).

TODO(author): the idea and its complexity in a few sentences; this file is shown as the solution.
"""


class @CLASS@:
    def __init__(self):
        self._counts = {}

    def add(self, value: int) -> None:
        self._counts[value] = self._counts.get(value, 0) + 1

    def remove(self, value: int) -> bool:
        if self._counts.get(value, 0) == 0:
            return False
        self._counts[value] -= 1
        return True

    def count(self, value: int) -> int:
        return self._counts.get(value, 0)
'''

_OTHER = '''\
"""TODO(author): another right solution in another style: the tests must not ask for the reference's way."""

from collections import Counter


class @CLASS@:
    def __init__(self):
        self.held = Counter()

    def add(self, value):
        self.held[value] += 1

    def remove(self, value):
        there = self.held[value] > 0
        if there:
            self.held[value] -= 1
        return there

    def count(self, value):
        return self.held[value]
'''

_WA = """\
# Wrong: a set holds each value once.
# TODO(author): six files or more, each with one mistake that people really make. The prefix is the
# verdict that it must earn: wa_, rte_, cx_, tle_, mle_
class @CLASS@:
    def __init__(self):
        self.held = set()

    def add(self, value):
        self.held.add(value)

    def remove(self, value):
        there = value in self.held
        self.held.discard(value)
        return there

    def count(self, value):
        return int(value in self.held)
"""

_CX = """\
# Wrong: a list is searched from its start each time, O(n).
# TODO(author): a cx_ file answers right, only slowly, and in at least one of them in one shape alone
class @CLASS@:
    def __init__(self):
        self.items = []

    def add(self, value):
        self.items.append(value)

    def remove(self, value):
        if value not in self.items:
            return False
        self.items.remove(value)
        return True

    def count(self, value):
        return self.items.count(value)
"""

FILES = {
    "problem.toml": _TOML,
    "statement.md": _STATEMENT,
    "starter.py": _STARTER,
    "tests.py": _TESTS,
    "workload.py": _WORKLOAD,
    "wrong/wa_each_value_once.py": _WA,
    "wrong/cx_list_searched.py": _CX,
    REFERENCE + "solution.py": _REFERENCE,
    REFERENCE + "counter.py": _OTHER,
}
