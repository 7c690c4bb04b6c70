"""Bounds as authors write them."""

from __future__ import annotations

import pytest

from judge.spec.bounds import LADDER, UnknownClass, check_bound, growth_of, letter_of


@pytest.mark.parametrize(
    ("text", "parameter", "means"),
    [
        ("O(1)", "n", "O(1)"),
        ("O(log n)", "n", "O(log n)"),
        ("O(log(n))", "n", "O(log n)"),
        ("O(sqrt n)", "n", "O(sqrt n)"),
        ("O(length)", "n", "O(n)"),
        ("O(h)", "n", "O(n)"),
        ("O(V + E)", "n", "O(n)"),
        ("O(n log k)", "n", "O(n)"),
        ("O(n log k)", "k", "O(log n)"),
        ("O(m * n)", "n", "O(n)"),
        ("O(n log n)", "n", "O(n log n)"),
        ("O(n²)", "n", "O(n^2)"),
        ("O(n^2 log n)", "n", "O(n^2 log n)"),
        ("O(n**3)", "n", "O(n^3)"),
        ("O(2^n)", "n", "O(2^n)"),
        ("O(n!)", "n", "O(2^n)"),
        ("O((n + m) log n)", "n", "O(n log n)"),
    ],
)
def test_bound_is_read_as_growth(text: str, parameter: str, means: str) -> None:
    """A bound is read as growth in its parameter, whatever its letters are."""
    assert growth_of(text, parameter).text() == means


@pytest.mark.parametrize("text", ["n", "O()", "O(fast)!", "O(n", "O(n^^2)", "O(n^9)", ""])
def test_nonsense_is_refused(text: str) -> None:
    """What is no bound is an UnknownClass that shows what would be one."""
    with pytest.raises(UnknownClass, match="write it as O"):
        growth_of(text)


def test_ladder_is_ordered() -> None:
    """Classes compare by speed of growth."""
    assert list(LADDER) == sorted(LADDER)


def test_measured_class_uses_the_authors_letter() -> None:
    """A measured class is written with the letter of the bound."""
    assert growth_of("O(h)").text(letter_of("O(h)")) == "O(h)"
    assert letter_of("O(1)") == "n"


@pytest.mark.parametrize(
    ("text", "repair"),
    [
        ("O(nlogn)", "write O(n log n)"),
        ("O(NlogN)", "write O(N log N)"),
        ("O(logn)", "write O(log n)"),
        ("O(Log n)", "write O(log n)"),
        ("O(log_2 n)", "write O(log n)"),
        ("O(n log10 n)", "write O(n log n)"),
        ("O(n2)", "write O(n^2)"),
        ("O(n2logn)", "write O(n^2 log n)"),
        ("O(nsqrtn)", "write O(n sqrt n)"),
        ("O(nk)", "write O(n k)"),
        ("O(lognodes)", "lognodes is no name"),
        ("O(log)", "is not a bound"),
        ("O(5)", "write O(1) for a constant"),
        ("O(n*2)", "n^2 for a power"),
    ],
)
def test_what_was_hardly_meant_is_refused(text: str, repair: str) -> None:
    """A bound that would be read as another accuses honest solutions, so the repair is named instead."""
    with pytest.raises(UnknownClass) as caught:
        check_bound(text)
    assert str(caught.value).startswith((f"{text}: ", f"'{text}' ")) and repair in str(caught.value)


@pytest.mark.parametrize(
    "text",
    [
        "O(1)",
        "O(N)",
        "O(V + E)",
        "O(log words)",
        "O(log(n))",
        "O(n²)",
        "O(2^n)",
        "O(n sqrt n)",
        "O(log^2 n)",
        "O(rows)",
    ],
)
def test_what_is_read_as_it_is_meant_passes(text: str) -> None:
    """Single letters and words are names, in each of the ways to write a class."""
    check_bound(text)


def test_a_parameter_may_have_a_name_of_its_own() -> None:
    """A workload names what grows in it."""
    check_bound("O(log pairs)", "pairs")
