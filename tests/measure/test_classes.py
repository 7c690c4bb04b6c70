"""Bounds as authors write them."""

from __future__ import annotations

import pytest

from judge.measure.classes import LADDER, UnknownClass, growth_of, letter_of


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
    with pytest.raises(UnknownClass, match="write O"):
        growth_of(text)


def test_ladder_is_ordered() -> None:
    """Classes compare by speed of growth."""
    assert list(LADDER) == sorted(LADDER)


def test_measured_class_uses_the_authors_letter() -> None:
    """A measured class is written with the letter of the bound."""
    assert growth_of("O(h)").text(letter_of("O(h)")) == "O(h)"
    assert letter_of("O(1)") == "n"
