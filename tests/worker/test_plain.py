"""The loop that is written for a problem's methods makes the calls as they stand."""

from __future__ import annotations

import pytest

from judge.wire.calls import CONSTRUCT
from judge.worker.plain import make_loop

METHODS = [["put", 2, "void"], ["get", 1, "value"], ["all", 0, "value"]]


class Shelf:
    """Answers with what a loop must keep as it is, and with what it must encode."""

    def __init__(self, start: int) -> None:
        self.items = {0: start}

    def put(self, key: int, value: int) -> str:
        self.items[key] = value
        return "ignored"

    def get(self, key: int) -> int:
        return self.items[key]

    def all(self) -> tuple[int, ...]:
        return tuple(self.items.values())


def test_results_are_kept_in_order() -> None:
    """Void calls and constructors count as None, and a value that is not plain as its form."""
    kept: list[object] = []
    instances: dict[int, object] = {}
    calls = [(0, CONSTRUCT, (5,)), (1, CONSTRUCT, (6,)), (0, 0, (7, 8)), (0, 1, (7,)), (1, 2, ())]
    make_loop(METHODS)(calls, instances, Shelf, kept.append)
    assert kept == [None, None, None, 8, {"$": "tuple", "v": [6]}]
    assert [type(shelf) for shelf in instances.values()] == [Shelf, Shelf]


def test_what_was_answered_before_an_exception_is_kept() -> None:
    """The number of results says which call raised."""
    kept: list[object] = []
    calls = [(0, CONSTRUCT, (5,)), (0, 1, (0,)), (0, 1, (9,)), (0, 1, (0,))]
    with pytest.raises(KeyError):
        make_loop(METHODS)(calls, {}, Shelf, kept.append)
    assert kept == [None, 5]


def test_a_method_is_looked_up_at_every_call() -> None:
    """A submission may bind its methods anew, on an instance too, as states that change do."""

    class Changing:
        def get(self, key: int) -> int:
            self.get = lambda key: -key
            return key

    kept: list[object] = []
    loop = make_loop([["get", 1, "value"]])
    loop([(0, CONSTRUCT, ()), (0, 0, (3,)), (0, 0, (3,))], {}, Changing, kept.append)
    assert kept == [None, 3, -3]


def test_a_class_without_methods_is_made() -> None:
    """There may be nothing to call."""
    kept: list[object] = []
    make_loop([])([(0, CONSTRUCT, (5,))], {}, Shelf, kept.append)
    assert kept == [None]


def test_functions_of_a_module_are_called_on_it() -> None:
    """Where there is no class the table holds the module."""
    import math

    kept: list[object] = []
    make_loop([["gcd", 2, "value"]])([(0, 0, (12, 18))], {0: math}, object, kept.append)
    assert kept == [6]
