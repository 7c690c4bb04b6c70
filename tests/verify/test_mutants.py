"""Mutants: one small change each, nothing that behaviour cannot show, told apart by the changed line."""

from __future__ import annotations

import pytest

from judge.verify.mutants import diff, make_mutants


def changes(source: str) -> set[str]:
    return {mutant.change for mutant in make_mutants(source)}


@pytest.mark.parametrize(
    ("source", "change"),
    [
        ("def f(a, b):\n    return a < b\n", "return a < b -> return a <= b"),
        ("def f(a, b):\n    return a < b\n", "return a < b -> return a > b"),
        ("def f(a, b):\n    return a + b\n", "return a + b -> return a - b"),
        ("def f(a):\n    return 1 - a * a\n", "return 1 - a * a -> return 1 - (a + a)"),
        ("def f(a):\n    return a[1:]\n", "return a[1:] -> return a[2:]"),
        ("def f(a):\n    return a[1:]\n", "return a[1:] -> return a[0:]"),
        ("def f(a):\n    if a:\n        return 3\n", "if a: -> if not a:"),
        ("def f(a, b):\n    return a and b\n", "return a and b -> return a or b"),
        ("def f(a):\n    a.sort()\n", "a.sort() -> pass"),
        ("def f(a):\n    return sorted(a)\n", "return sorted(a) -> return a"),
        ("def f(a):\n    return a.copy()\n", "return a.copy() -> return a"),
        ("def f(a, b):\n    return min(a, b)\n", "return min(a, b) -> return max(a, b)"),
        ("def f(a):\n    a += 1\n", "a += 1 -> a -= 1"),
        ("def f(a):\n    while a:\n        break\n", "break -> pass"),
        ("def f(a):\n    return a[0]\n", "return a[0] -> return a[-1]"),
        ("def f(a):\n    return True\n", "return True -> return False"),
    ],
)
def test_operator_makes_the_change(source: str, change: str) -> None:
    """Each operator writes its change into the original line."""
    assert change in changes(source)


@pytest.mark.parametrize(
    "source",
    [
        "def f():\n    print(1 + 2)\n",
        'def f():\n    """Says 1 + 2."""\n',
        "def f(a: list[1] = None) -> int: ...\n",
        "class C:\n    __slots__ = ('a', 'b')\n",
        "class C:\n    def __repr__(self):\n        return 'c' + str(1)\n",
        "import math\nfrom typing import Any\n",
        'if __name__ == "__main__":\n    f = 1 + 1\n',
        "def f(a):\n    assert a > 1\n",
        "count: int\n",
    ],
)
def test_what_no_test_could_see_is_left_alone(source: str) -> None:
    """Printing, docstrings, annotations, slots, imports, scripts and assertions have no mutants."""
    assert changes(source) == set()


def test_same_bytecode_is_no_mutant() -> None:
    """A change that compiles to the original's bytecode is not offered."""
    source = "def f():\n    return 1 * 1 + 0\n"
    assert "return 1 * 1 + 0 -> return 1 * 1 - 0" not in changes(source)


def test_every_mutant_compiles_and_differs() -> None:
    """Whatever is offered is a program, each text once, each different from the original."""
    source = (
        "class S:\n    def f(self, items, k=2):\n        best = None\n        for at, x in enumerate(items):"
        "\n            if x % k == 0 and (best is None or x > best):\n                best = x\n"
        "            elif not x:\n                continue\n        return best if best is not None else -1\n"
    )
    mutants = make_mutants(source)
    for mutant in mutants:
        compile(mutant.source, "mutant", "exec")
    assert len({mutant.source for mutant in mutants} | {source}) == len(mutants) + 1
    assert len(mutants) > 20


def test_unicode_before_the_change_keeps_its_place() -> None:
    """Columns are counted in bytes, so letters beyond ASCII do not shift a change."""
    assert "return ('ß', a + 1) -> return ('ß', a - 1)" in changes("def f(a):\n    return ('ß', a + 1)\n")


def test_diff_shows_the_changed_line_in_its_file() -> None:
    """A survivor is shown as a unified diff against the author's own text."""
    source = "def f(a):\n    # why\n    return a + 1\n"
    mutant = next(m for m in make_mutants(source) if m.kind == "arithmetic")
    lines = diff(source, mutant, "reference/x/solution.py")
    assert lines[0] == "--- reference/x/solution.py"
    assert "-    return a + 1" in lines and "+    return a - 1" in lines


def test_a_form_feed_hides_no_mutants() -> None:
    """Lines are counted as Python counts them."""
    plain = 'def f(n):\n    """A\nB"""\n    return n + 1\n'
    strange = plain.replace("A\nB", "A\x0cB\u2028\nC")
    assert len(make_mutants(strange)) == len(make_mutants(plain)) > 0
