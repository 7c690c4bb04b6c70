"""A statement or an explanation (a little Markdown) on a terminal: wrapped, code indented, headings bold."""

from __future__ import annotations

import re

from judge.report.page import Page

_ITEM = re.compile(r"(\s*(?:[-*+]|\d+[.)])\s+)(.*)")
_LINK = re.compile(r"\[([^\]]+)\]\(([^)]+)\)")


def on_terminal(markdown: str, page: Page) -> str:
    """Set Markdown for a page. Code blocks and tables stay letter by letter; paragraphs are wrapped."""
    out: list[str] = []
    paragraph: list[str] = []
    fenced = False

    def flush() -> None:
        if paragraph:
            out.append(_paragraph(" ".join(paragraph), page))
            paragraph.clear()

    for line in markdown.replace("\r\n", "\n").expandtabs(4).split("\n"):
        if line.lstrip().startswith(("```", "~~~")):
            flush()
            fenced = not fenced
        elif fenced:
            out.append("    " + page.paint(line, "cyan"))
        elif not line.strip():
            flush()
            out.append("")
        elif line.startswith("#"):
            flush()
            out.append(page.paint(_inline(line.lstrip("#").strip(), page), "bold"))
        elif line.lstrip().startswith("|") or line.startswith("    "):
            flush()
            out.append(line)
        else:
            if _ITEM.match(line):
                flush()
            paragraph.append(line.rstrip() if not paragraph else line.strip())
    flush()
    return re.sub(r"\n{3,}", "\n\n", "\n".join(out))


def _paragraph(text: str, page: Page) -> str:
    item = _ITEM.match(text)
    mark, words = (item[1], item[2]) if item else ("", text)
    return page.wrap(_inline(words, page), indent=mark, hanging=" " * len(mark))


def _inline(text: str, page: Page) -> str:
    text = _LINK.sub(r"\1 (\2)", text)
    # Emphasis marks say nothing on a terminal; back quotes stay, they mark code in any alphabet.
    return re.sub(r"\*\*([^*]+)\*\*", r"\1", text)
