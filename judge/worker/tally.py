"""What was counted, line by line."""

from __future__ import annotations


class Tally:
    """Work per line of the submission. Only lines that can cost something have a row: all are summed up after
    every single call."""

    __slots__ = ("events", "fronts", "numbers", "touches", "turns")

    def __init__(self, numbers: list[int]) -> None:
        """`numbers`: the line that each row stands for."""
        self.numbers = numbers
        self.turns = [0] * len(numbers)
        self.touches = [0] * len(numbers)
        self.events = [0] * len(numbers)
        self.fronts = 0
        """Times that the first element of a dict or set was asked for: it walks over deleted ones."""

    def total(self) -> int:
        return sum(self.turns) + sum(self.touches)

    def clear(self) -> None:
        for row in (self.turns, self.touches, self.events):
            row[:] = [0] * len(row)

    def copy(self) -> tuple[list[int], list[int], list[int]]:
        """Return what stands now, for `restore`."""
        return self.turns[:], self.touches[:], self.events[:]

    def restore(self, kept: tuple[list[int], list[int], list[int]]) -> None:
        """Forget what came since the copy was made."""
        self.turns[:], self.touches[:], self.events[:] = kept

    def lines(self) -> dict[int, list[int]]:
        """Return line -> [turns, touches, events], for the lines that did anything."""
        rows = zip(self.turns, self.touches, self.events, strict=True)
        return {number: list(row) for number, row in zip(self.numbers, rows, strict=True) if any(row)}
