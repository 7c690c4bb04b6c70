"""Equal numbers as objects of their own, for submissions that take `is` for `==`.

Python makes one object of the equal literals of a file, so a case that fails because two are different
objects would not fail when it is pasted below the submission.
"""

from __future__ import annotations

import ast
import io
import tokenize
from collections import Counter

SMALLEST_CACHED, LARGEST_CACHED = -5, 256
"""CPython keeps one object for each of these integers."""


def tell_apart(code: str, source: bytes) -> str:
    """Return a case's code that fails for `source` where identity matters to it; mostly as it is."""
    if not _compares_identity(source):
        return code
    numbers = _numbers(code)
    often = Counter(text for _, _, _, text in numbers)
    lines = code.splitlines(keepends=True)
    for row, begin, end, text in reversed(numbers):
        if often[text] > 1:
            kind = "int" if text.lstrip("-").isdigit() else "float"
            line = lines[row - 1]
            lines[row - 1] = f'{line[:begin]}{kind}("{text}"){line[end:]}'
    return "".join(lines)


def _compares_identity(source: bytes) -> bool:
    """Whether it says `is` of anything but a constant such as None."""
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return any(
        isinstance(op, ast.Is | ast.IsNot) and not any(isinstance(x, ast.Constant) for x in (left, right))
        for node in ast.walk(tree)
        if isinstance(node, ast.Compare)
        for left, op, right in zip((node.left, *node.comparators), node.ops, node.comparators, strict=False)
    )


def _numbers(code: str) -> list[tuple[int, int, int, str]]:
    """Return (line, first column, end column, text) of the numbers that are no cached integers, in order."""
    found = []
    tokens = list(tokenize.generate_tokens(io.StringIO(code).readline))
    for before, token, after in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if token.type != tokenize.NUMBER or after.string in ("*", "//"):
            continue
        begin, text = token.start[1], token.string
        if before.string == "-" and before.end == token.start:
            begin, text = begin - 1, f"-{text}"
        if not text.lstrip("-").isdigit() or not SMALLEST_CACHED <= int(text) <= LARGEST_CACHED:
            found.append((token.start[0], begin, token.end[1], text))
    return found
