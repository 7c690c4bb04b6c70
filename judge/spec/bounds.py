"""Bounds and complexity classes: read from an author's text, ordered, evaluated, and written with a letter.

The letters are the author's, the growth is what is measured: `O(h)`, `O(V + E)` and `O(length)` are linear.
Where the text names the parameter that grows, the other letters are fixed: `O(n log k)` is linear in n
and logarithmic in k.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

_IDENTIFIER = re.compile(r"[A-Za-z_]\w*", re.ASCII)
_TOKEN = re.compile(r"\s*(log2?|lg|ln|sqrt|[A-Za-z_]\w*|\d+(?:\.\d+)?|\*\*|[\^*+()!/]|²|³|√)", re.ASCII)
_FUNCTIONS = {"log", "log2", "lg", "ln", "sqrt"}
_RUN_TOGETHER = re.compile(r"(?:log|lg|ln|sqrt)(?:_?(?:2|10))?|[a-z]|\d", re.ASCII | re.IGNORECASE)
_HIDDEN = re.compile(r"^(?:log|lg|ln|sqrt)|(?:log|sqrt)$", re.IGNORECASE)
MOST_PIECES = 5
"""Of a name that is several run together, `n2logn`; what has more is a word."""
MAX_POWER = 6
MAX_EXPONENT = 300.0
"""2 to this power can still be squared."""


class UnknownClass(ValueError):
    """A bound that is not understood; the text names it and says what to write."""

    def __init__(self, text: str, repair: str = "") -> None:
        known = (
            "O(1), O(log n), O(sqrt n), O(n), O(n log n), O(n^2), O(n^2 log n), O(n^3) or O(2^n), "
            "with letters of your own"
        )
        super().__init__(f"{text}: {repair}" if repair else f"{text!r} is not a bound; write it as {known}")


@dataclass(frozen=True, slots=True, order=True)
class Growth:
    """n^power * log(n)^logs, or exponential; ordered by speed of growth."""

    exponential: bool
    power: float
    logs: int

    def at(self, n: float) -> float:
        """Return the growth function at n, with log base 2 and at least 1."""
        if self.exponential:
            return float(2.0 ** min(n, MAX_EXPONENT))
        return float(n**self.power * math.log2(max(n, 2.0)) ** self.logs)

    def text(self, letter: str = "n") -> str:
        """Return the class in O notation: `O(n log n)`."""
        if self.exponential:
            return f"O(2^{letter})"
        parts = []
        if self.power == 0.5:
            parts.append(f"sqrt {letter}")
        elif self.power == 1:
            parts.append(letter)
        elif self.power == 1.5:
            parts.append(f"{letter} sqrt {letter}")
        elif self.power:
            parts.append(f"{letter}^{self.power:g}")
        if self.logs:
            parts.append(f"log {letter}" if self.logs == 1 else f"log^{self.logs} {letter}")
        return f"O({' '.join(parts) or '1'})"


CONSTANT = Growth(False, 0, 0)
LOG = Growth(False, 0, 1)
SQRT = Growth(False, 0.5, 0)
LINEAR = Growth(False, 1, 0)
LINEAR_LOG = Growth(False, 1, 1)
LINEAR_SQRT = Growth(False, 1.5, 0)
SQUARE = Growth(False, 2, 0)
SQUARE_LOG = Growth(False, 2, 1)
CUBE = Growth(False, 3, 0)
EXPONENTIAL = Growth(True, 0, 0)

LADDER: tuple[Growth, ...] = (
    CONSTANT, LOG, SQRT, LINEAR, LINEAR_LOG, LINEAR_SQRT, SQUARE, SQUARE_LOG, CUBE, Growth(False, 4, 0),
    EXPONENTIAL,
)  # fmt: skip
"""What a measurement is classified into, slowest growth first."""


def growth_of(text: str, parameter: str = "n") -> Growth:
    """Read a bound such as `O(n log n)` as growth in `parameter`.

    A text that does not name the parameter `n` grows in every letter that it has; any other parameter that it
    does not name must change nothing: `O(m)` is O(1) in `words`. Raises UnknownClass.
    """
    body = text.strip()
    match = re.fullmatch(r"[OΘ]\s*\((.*)\)", body)
    if match is None:
        raise UnknownClass(text)
    inside = match.group(1)
    letters = letters_of(text)
    only = parameter if parameter in letters or parameter != "n" else None
    reader = _Reader(inside, only, text)
    found = reader.sum()
    reader.end()
    if found.power > MAX_POWER:
        raise UnknownClass(text)
    return found


def check_bound(text: str, parameter: str = "n") -> None:
    """Refuse what could be read as a bound, but not as it was meant: `O(nlogn)` is linear in "nlogn".

    A name is one letter, the parameter, or a word in which no function hides. Raises UnknownClass, which says
    what to write.
    """
    for name in _IDENTIFIER.findall(text.partition("(")[2]):
        if len(name) > 1 and name not in (*_FUNCTIONS, parameter):
            repair = _repair(text, name)
            if repair:
                raise UnknownClass(text, repair)
    growth_of(text, parameter)


def _repair(text: str, name: str) -> str:
    """Say what to write instead of a name that is none; empty where it may be a word: `O(rows)`."""
    pieces = _RUN_TOGETHER.findall(name)
    # Two letters are a product, more of them a word.
    plain = all(len(piece) == 1 and piece.isalpha() for piece in pieces)
    if "".join(pieces) == name and len(pieces) <= (2 if plain else MOST_PIECES):
        meant = re.sub(rf"\b{name}\b", " ".join(map(_spelt, pieces)).replace(" ^", "^"), text)
        try:
            check_bound(meant)
            return f"write {meant}"
        except UnknownClass:
            pass
    return f"{name} is no name; write log n, with a space" if _HIDDEN.search(name) else ""


def _spelt(piece: str) -> str:
    function = re.match(r"log|lg|ln|sqrt", piece, re.IGNORECASE)
    return function[0].lower() if function else f"^{piece}" if piece.isdigit() else piece


class _Reader:
    def __init__(self, inside: str, only: str | None, text: str) -> None:
        self.text, self.only = text, only
        self.tokens: list[str] = []
        at = 0
        inside = inside.rstrip()
        while at < len(inside):
            match = _TOKEN.match(inside, at)
            if match is None:
                raise UnknownClass(text)
            self.tokens.append(match.group(1))
            at = match.end()
        if not self.tokens:
            raise UnknownClass(text)

    def end(self) -> None:
        if self.tokens:
            raise UnknownClass(self.text)

    def take(self, *wanted: str) -> bool:
        if self.tokens and self.tokens[0] in wanted:
            self.tokens.pop(0)
            return True
        return False

    def sum(self) -> Growth:
        found = self.product()
        while self.take("+"):
            found = max(found, self.product())
        return found

    def product(self) -> Growth:
        found = self.factor()
        while self.tokens and self.tokens[0] not in ("+", ")"):
            self.take("*")
            found = _times(found, self.factor())
        return found

    def factor(self) -> Growth:
        if self.take("log", "log2", "lg", "ln"):
            logs = 1
            if self.take("^", "**"):
                logs = int(self.number())
            inner = self.factor()
            return Growth(False, 0, logs) if inner > CONSTANT else CONSTANT
        if self.take("sqrt", "√"):
            inner = self.factor()
            return Growth(inner.exponential, inner.power / 2, inner.logs)
        if self.take("("):
            inner = self.sum()
            if not self.take(")"):
                raise UnknownClass(self.text)
            return self._raised(inner)
        if not self.tokens:
            raise UnknownClass(self.text)
        token = self.tokens.pop(0)
        if token[0].isdigit():
            if self.take("^", "**"):
                return EXPONENTIAL if self.factor() > CONSTANT else CONSTANT
            if token != "1":
                words = f"{token} is no growth; leave it out, write O(1) for a constant and n^2 for a power"
                raise UnknownClass(self.text, words)
            return CONSTANT
        if not _IDENTIFIER.fullmatch(token):
            raise UnknownClass(self.text)
        counted = self.only is None or token == self.only
        if self.take("!"):
            return EXPONENTIAL if counted else CONSTANT
        return self._raised(LINEAR if counted else CONSTANT)

    def _raised(self, base: Growth) -> Growth:
        for mark, power in (("²", 2), ("³", 3)):
            if self.take(mark):
                return _to_power(base, power)
        if self.take("^", "**"):
            return _to_power(base, self.number())
        return base

    def number(self) -> float:
        if not self.tokens or not self.tokens[0][0].isdigit():
            raise UnknownClass(self.text)
        return float(self.tokens.pop(0))


def _times(a: Growth, b: Growth) -> Growth:
    return Growth(a.exponential or b.exponential, a.power + b.power, a.logs + b.logs)


def _to_power(base: Growth, power: float) -> Growth:
    return Growth(base.exponential, base.power * power, int(base.logs * power))


def letter_of(text: str, parameter: str = "n") -> str:
    """Return the letter to write a measured class with: the author's own where there is one."""
    own = letters_of(text)
    return own.pop() if len(own) == 1 and parameter == "n" else parameter


def letters_of(text: str) -> set[str]:
    """Return the author's own letters in a bound: V and E of `O(V + E)`."""
    return set(_IDENTIFIER.findall(text.split("(", 1)[-1])) - _FUNCTIONS
