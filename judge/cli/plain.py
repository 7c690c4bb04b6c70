"""`judge submit` with words and plain flags is read here: importing click takes as long as judging does.

Whatever else is on the line, help included, is click's to read; `submit.py` declares the command as a whole.
"""

from __future__ import annotations

FLAGS = frozenset({"--no-complexity", "--no-killers", "--plot", "--json", "--no-color"})
"""Flags of `judge submit` and of every command that take no value."""


def is_plain(arguments: list[str]) -> bool:
    """Whether the raw arguments are such a command line."""
    words = [word for word in arguments[1:] if not word.startswith("-")]
    flags = {word for word in arguments[1:] if word.startswith("-")}
    return arguments[:1] == ["submit"] and len(words) <= 2 and "" not in words and flags <= FLAGS


def submit_plainly(arguments: list[str]) -> int:
    """Do what the command line asks for. Raises JudgeError."""
    from judge.cli.place import Place
    from judge.cli.submitting import submit
    from judge.cli.terminal import Terminal
    from judge.request import Options

    slug, file, *_ = [*(word for word in arguments[1:] if not word.startswith("-")), None, None]
    options = Options(complexity="--no-complexity" not in arguments, killers="--no-killers" not in arguments)
    place = Place((), "--json" in arguments, Terminal(colour="--no-color" not in arguments))
    return submit(place, slug, file, options, "auto", "--plot" in arguments)
