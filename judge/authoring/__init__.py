"""All that a problem's hidden files import: declare the tests, the judge does the rest.

`tests.py` binds the name `tests` to a ClassTests or a FunctionTests; `workload.py` declares workloads.
Nothing here runs a submission. Importing this room is cheap: Hypothesis is loaded when a strategy is first
made, which happens only where cases are drawn, so write strategies inside functions.

    properties.py   ClassTests, FunctionTests, Property: what is tested
    checkers.py     is this output right? exact, close, unordered, any_valid, ...
    strategies.py   arguments where mistakes live: integers, arrays, trees, linked lists, graphs, text
    randomness.py   bounds for properties about chance
    workload.py     the state of size n and the calls to time
"""

from __future__ import annotations

from judge.authoring.checkers import Checker, any_valid, close, exact, strict, unordered
from judge.authoring.properties import ClassTests, FunctionTests, Property
from judge.wire import Linked, NodeIndex, Tree

TYPE_CHECKING = False
if TYPE_CHECKING:
    from judge.authoring.strategies import (
        arrays as arrays,
    )

_STRATEGIES = frozenset(
    {"st", "arrays", "graphs", "integers", "linked_lists", "nested_lists", "texts", "trees", "values"}
)
_RANDOMNESS = frozenset({"count_bounds", "frequencies"})


def __getattr__(name: str) -> object:
    if name in _STRATEGIES:
        from judge.authoring import strategies

        return vars(strategies)[name]
    if name in _RANDOMNESS:
        from judge.authoring import randomness

        return vars(randomness)[name]
    from judge.authoring import workload

    try:
        return vars(workload)[name]
    except KeyError:
        raise AttributeError(f"judge.authoring offers no {name!r}") from None


__all__ = [
    "Checker",
    "ClassTests",
    "FunctionTests",
    "Linked",
    "NodeIndex",
    "Property",
    "Tree",
    "any_valid",
    "close",
    "exact",
    "strict",
    "unordered",
]
