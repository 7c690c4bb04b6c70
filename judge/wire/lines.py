"""Lines of a source, as Python counts them."""

from __future__ import annotations


def lines_of(source: str) -> list[str]:
    """Return the lines without their ends. `str.splitlines` also ends one at a form feed or at U+2028."""
    return source.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n").split("\n")
