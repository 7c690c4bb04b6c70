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

import importlib
from typing import Any

from judge.authoring.checkers import Checker, any_valid, close, exact, strict, unordered
from judge.authoring.properties import ClassTests, FunctionTests, Property
from judge.authoring.workload import (
    Stage,
    Workload,
    WorkloadError,
    alternating_extremes,
    ascending,
    balanced_tree,
    caterpillar,
    descending,
    equal_values,
    left_chain,
    organ_pipe,
    random_values,
    right_chain,
    shuffled,
    stage,
    workload,
    workloads,
)
from judge.wire.nodes import Linked, NodeIndex, Tree


class _Lazy:
    """A module that is loaded when something of it is first asked for."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, name: str) -> Any:
        return getattr(importlib.import_module(self._name), name)


def _later(name: str) -> Any:
    """A function of strategies.py that loads it when it is first called."""

    def make(*args: Any, **options: Any) -> Any:
        return getattr(importlib.import_module("judge.authoring.strategies"), name)(*args, **options)

    make.__name__ = make.__qualname__ = name
    return make


st: Any = _Lazy("hypothesis.strategies")
randomness: Any = _Lazy("judge.authoring.randomness")
arrays = _later("arrays")
graphs = _later("graphs")
integers = _later("integers")
linked_lists = _later("linked_lists")
nested_lists = _later("nested_lists")
texts = _later("texts")
trees = _later("trees")
values = _later("values")

__all__ = [
    "Checker",
    "ClassTests",
    "FunctionTests",
    "Linked",
    "NodeIndex",
    "Property",
    "Stage",
    "Tree",
    "Workload",
    "WorkloadError",
    "alternating_extremes",
    "any_valid",
    "arrays",
    "ascending",
    "balanced_tree",
    "caterpillar",
    "close",
    "descending",
    "equal_values",
    "exact",
    "graphs",
    "integers",
    "left_chain",
    "linked_lists",
    "nested_lists",
    "organ_pipe",
    "random_values",
    "randomness",
    "right_chain",
    "shuffled",
    "st",
    "stage",
    "strict",
    "texts",
    "trees",
    "unordered",
    "values",
    "workload",
    "workloads",
]
