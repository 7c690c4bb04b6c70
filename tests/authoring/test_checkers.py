"""Checkers, strategies and bounds for chance: what problem authors lean on."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from hypothesis import find, given, settings
from hypothesis import strategies as st
from hypothesis.errors import NoSuchExample

from judge.authoring import (
    Linked,
    Tree,
    any_valid,
    arrays,
    close,
    exact,
    graphs,
    integers,
    linked_lists,
    nested_lists,
    strict,
    texts,
    trees,
    unordered,
)
from judge.authoring.checkers import MISSHAPEN, CheckerError, reason_of
from judge.authoring.randomness import count_bounds, frequencies
from judge.wire.nodes import Opaque


@pytest.mark.parametrize(
    ("checker", "expected", "actual", "right"),
    [
        (exact, [1, 2], (1, 2), True),
        (exact, 2, 2.0, True),
        (exact, 1, True, False),
        (exact, 0, False, False),
        (exact, "1", 1, False),
        (exact, float("nan"), float("nan"), True),
        (exact, [[1], {"a": [2]}], [[1], {"a": [2]}], True),
        (exact, {"a": 1}, {"a": 1, "b": 2}, False),
        (exact, {1, 2}, {2.0, 1}, True),
        (exact, {1}, {True}, False),
        (exact, {1: 2}, {True: 2}, False),
        (strict, {1}, {1.0}, False),
        (close(relative=0.1), float("inf"), 5.0, False),
        (close(relative=0.1), float("inf"), float("inf"), True),
        (unordered(), [{"a": 1, "b": 2.0}], [{"b": 2, "a": 1}], True),
        (unordered(), [{"a": 1}], [{"a": True}], False),
        (exact, Tree([]), None, True),
        (exact, Linked([]), None, True),
        (exact, Tree([1, 2]), Tree([1, None, 2]), False),
        (exact, Linked([1, 2]), Linked([1, 2], 0), False),
        (exact, None, Opaque("S"), False),
        (strict, [1, 2], (1, 2), False),
        (strict, 2, 2.0, False),
        (close(absolute=0.1), 1.0, 1.05, True),
        (close(absolute=0.1), 1.0, 1.2, False),
        (close(relative=0.01), 1000.0, 1009.0, True),
        (close(relative=0.01), 1000.0, 1011.0, False),
        (close(absolute=0.1), [1.0, 2.0], [1.0, 2.01], True),
        (close(absolute=0.1), [1.0, 2.0], [1.0], False),
        (close(absolute=0.1), 1.0, True, False),
        (close(absolute=0.1), 1.0, "1", False),
        (close(absolute=0.1), 1.0, float("nan"), False),
        (close(relative=0.1), 10**400, 10**400, True),
        (close(relative=0.1), 10**400, 2.0, False),
        (unordered(), [1, 1, 2], [2, 1, 1], True),
        (unordered(), [1, 1, 2], [2, 2, 1], False),
        (unordered(), [1, 2], None, False),
        (unordered(), [[1, 2]], [[2, 1]], False),
        (unordered(within=True), [[1, 2], [3]], [[3], [2, 1]], True),
        (unordered(), [1, 2], [2.0, 1.0], True),
        (unordered(), [1], [True], False),
    ],
    ids=lambda value: str(value)[:20],
)
def test_checker_finds_right_and_wrong(checker, expected, actual, right) -> None:  # type: ignore[no-untyped-def]
    """A checker says nothing about a right answer and gives a reason for a wrong one."""
    reason = checker(expected, actual, ())
    assert (reason == "") is right


def test_any_valid_trusts_the_predicate() -> None:
    """What it returns is the reason; what makes it raise is for `reason_of` to judge."""
    check = any_valid(lambda answer, n: len(answer) == n or f"{len(answer)} elements")
    assert check(None, [1, 2], (2,)) == ""
    assert check(None, [1], (2,)) == "1 elements"
    assert check(None, Opaque("S"), (2,)) != ""
    with pytest.raises(TypeError):
        check(None, 7, (2,))


def test_a_predicate_may_assume_the_right_shape() -> None:
    """What makes it raise is a wrong answer, as long as it can look at the model's own."""
    check = any_valid(lambda answer, n: len(answer) == n)
    assert reason_of(check, [1, 2], 7, (2,)) == MISSHAPEN
    assert reason_of(check, [1, 2], [3], (2,)) == "not a valid answer"


@pytest.mark.parametrize(
    "predicate", [lambda answer: True, lambda n, answer: len(answer) == n, lambda answer, n: 1 // 0]
)
def test_a_predicate_that_raises_over_the_models_answer_is_the_authors_mistake(
    predicate: Callable[..., object],
) -> None:
    """Of wrong arity, with its parameters in the wrong order, or wrong by itself."""
    with pytest.raises(CheckerError, match=r"raises .* over the model's own answer"):
        reason_of(any_valid(predicate), [1, 2], [2, 1], (2,))


def test_nested_answers_do_not_exhaust_the_stack() -> None:
    """Comparing is done without recursion."""
    left: list[object] = []
    right: list[object] = []
    for _ in range(100_000):
        left, right = [left], [right]
    assert exact(left, right, ()) == ""


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_strategies_keep_their_bounds(data: st.DataObject) -> None:
    """Sizes and values stay inside what the author asked for."""
    assert -3 <= data.draw(integers(-3, 8)) <= 8
    assert 2 <= len(data.draw(arrays(integers(), 2, 7))) <= 7
    tree = data.draw(trees(max_size=9))
    assert sum(mark is not None for mark in tree.levels) <= 9
    linked = data.draw(linked_lists(max_size=5, cycles=True))
    assert -1 <= linked.cycle < max(1, len(linked.values))
    graph = data.draw(graphs(max_nodes=6, directed=False))
    assert all(a in graph[b] for a in graph for b in graph[a])
    assert set(data.draw(texts("ab", max_size=4))) <= {"a", "b"}
    assert isinstance(data.draw(nested_lists(max_size=6)), list)


@pytest.mark.parametrize(
    ("strategy", "wanted"),
    [
        (lambda: integers(), lambda n: n == 2**31 - 1),
        (lambda: integers(), lambda n: n > 256),
        (lambda: integers(0, 9), lambda n: n == 9),
        (lambda: arrays(), lambda a: len(a) >= 40 and len(set(a)) <= 3),
        (lambda: arrays(), lambda a: len(a) >= 10 and a == sorted(a, reverse=True) and len(set(a)) > 2),
        (lambda: trees(), lambda t: len(t.levels) > 20 and all(m is None for m in t.levels[1::2])),
        (lambda: linked_lists(cycles=True), lambda x: x.cycle == 0 and len(x.values) > 1),
        (lambda: texts(), lambda s: any(len(c.lower()) > 1 or c in "ßſ" for c in s)),
    ],
    ids=["32 bits", "no small int", "the upper end", "equal", "reversed", "skewed", "cycle", "case folding"],
)
def test_strategies_reach_where_mistakes_live(strategy, wanted) -> None:  # type: ignore[no-untyped-def]
    """Each kind of argument that matters is drawn within a few hundred tries."""
    try:
        find(
            strategy(),
            wanted,
            settings=settings(max_examples=600, database=None, deadline=None),
            random=random.Random(1),
        )
    except NoSuchExample:
        pytest.fail("never drawn")


@pytest.mark.parametrize(
    ("trials", "probability"), [(100, 0.5), (1000, 0.1), (10_000, 1 / 3), (50, 0.0), (50, 1.0)]
)
def test_count_bounds_hold_their_rate(trials: int, probability: float) -> None:
    """The exact binomial tail outside the bounds is at most the stated rate."""
    from math import comb

    low, high = count_bounds(trials, probability)
    assert low <= trials * probability <= high
    if trials <= 1000:
        outside = sum(
            comb(trials, k) * probability**k * (1 - probability) ** (trials - k)
            for k in range(trials + 1)
            if not low <= k <= high
        )
        assert outside <= 1e-6


def test_frequencies_see_a_biased_coin_and_accept_a_fair_one() -> None:
    """A fair source passes; a biased or impossible one is named."""
    rng = random.Random(5)
    fair = [rng.randrange(2) for _ in range(5_000)]
    expected = {0: 0.5, 1: 0.5}
    assert frequencies(fair, expected) == ""
    assert "came up" in frequencies([0] * 3_500 + [1] * 1_500, expected)
    assert "not a possible outcome" in frequencies([0, 1, 2], expected)


@pytest.mark.parametrize(
    ("expected", "actual", "words"),
    [
        (list(range(100)), [*range(83), 7, *range(84, 100)], "[83] is 7 instead of 83"),
        (list(range(100)), list(range(98)), "98 elements instead of 100"),
        (list(range(50)), [True, *range(2, 50)], "49 elements instead of 50; [0] is True instead of 0"),
        ([1, 2], [1, 3], "wrong value"),
    ],
)
def test_long_lists_say_where_they_are_wrong(expected, actual, words):
    """A report shows the beginning of both, which may be the same."""
    assert exact(expected, actual) == words


def test_a_long_list_of_another_type_is_not_right():
    """The same elements all the way, but a tuple: there is no place to name, and still a reason."""
    assert strict(list(range(99)), tuple(range(99))) != ""
    assert exact(list(range(99)), tuple(range(99))) == ""
