"""What a report is written on: how wide, which alphabet, colour or not."""

from __future__ import annotations

from typing import NamedTuple

_CODES = {"bold": "1", "dim": "2", "red": "31", "green": "32", "yellow": "33", "blue": "34", "cyan": "36"}

# Characters that reports use, spelled in ASCII for terminals that have nothing else.
_ASCII = str.maketrans(
    {
        "…": "...",
        "×": "x",
        "→": "->",
        "←": "<-",
        "·": "-",
        "•": "*",
        "–": "-",
        "—": "-",
        "’": "'",
        "‘": "'",
        "“": '"',
        "”": '"',
        "≤": "<=",
        "≥": ">=",
        "≠": "!=",
        "✓": "ok",
        "✗": "x",
        "█": "#",
        "▓": "%",
        "▒": "+",
        "░": ".",
        "│": "|",
        "─": "-",
        "┌": "+",
        "┐": "+",
        "└": "+",
        "┘": "+",
        "├": "+",
        "┤": "+",
        "┬": "+",
        "┴": "+",
        "┼": "+",
        "²": "^2",
        "³": "^3",
        "√": "sqrt",
        "∑": "sum",
        "Σ": "sum",
        "σ": "sigma",
        "μ": "mu",
        "µ": "u",
        "β": "beta",
        "γ": "gamma",
        "ε": "epsilon",
        "λ": "lambda",
        "π": "pi",
        "θ": "theta",
        "∈": "in",
        "∞": "inf",
        "≈": "~",
        "−": "-",
    }
)


class Page(NamedTuple):
    """A sheet of a terminal or of a plain file."""

    width: int = 80
    """Columns."""
    colour: bool = False
    unicode: bool = True

    def paint(self, text: str, *styles: str) -> str:
        """Colour a text, where the page has colour. Colour is never the only signal."""
        if not self.colour or not text:
            return text
        codes = ";".join(_CODES[style] for style in styles)
        return f"\x1b[{codes}m{text}\x1b[0m"

    def fit(self, text: str) -> str:
        """Spell a finished report in the page's alphabet."""
        if self.unicode:
            return text
        return text.translate(_ASCII).encode("ascii", "backslashreplace").decode("ascii")

    def wrap(self, text: str, indent: str = "", hanging: str | None = None) -> str:
        """Break a paragraph at the page's width; `hanging` indents the lines after the first."""
        import textwrap

        return textwrap.fill(
            text,
            width=max(20, self.width),
            initial_indent=indent,
            subsequent_indent=indent if hanging is None else hanging,
            break_long_words=False,
            break_on_hyphens=False,
        )


def clipped(text: str, limit: int) -> str:
    """Cut a text to a length in characters, showing that it was cut."""
    return text if len(text) <= limit else text[: max(1, limit - 1)] + "…"
