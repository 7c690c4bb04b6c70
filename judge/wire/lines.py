"""Lines of a source, as Python counts them, and texts that must stay on one."""

from __future__ import annotations


def lines_of(source: str) -> list[str]:
    """Return the lines without their ends. `str.splitlines` also ends one at a form feed or at U+2028."""
    return source.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n").split("\n")


def may_draw(source: bytes) -> bool:
    """Whether a source may use `random`, by a word in it."""
    return b"rand" in source or b"shuffle" in source


def one_line(text: str) -> str:
    """Join a text at every break that any reader may take for the end of a line: U+2028, \\v, \\f ... too."""
    return " ".join(text.splitlines())


_CONTROLS = {code: f"\\x{code:02x}" for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\n\t"}


def without_controls(text: str) -> str:
    """Spell out control characters but tabs and the ends of lines; any other letter stays as it is."""
    return "\r\n".join(part.translate(_CONTROLS) for part in text.split("\r\n"))


def printable(text: str) -> str:
    """Make a text of unknown origin harmless to a terminal: control characters are spelled out.

    New lines and tabs stay. Nothing that a submission prints can move the cursor or change colours.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        char if char in "\n\t" or char.isprintable() else char.encode("unicode_escape").decode("ascii")
        for char in text
    )
