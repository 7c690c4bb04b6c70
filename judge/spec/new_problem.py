"""What the scaffolds of both kinds share."""

from __future__ import annotations

REFERENCE = "reference/"
"""What precedes the names of files that go beside the problems, into reference/<slug>/."""

HEAD = """\
title = "@TITLE@"
difficulty = "easy"  # TODO(author): easy, medium or hard
topics = ["hashing"]  # TODO(author): what it is about, as in the other problems
asked = "TODO(author): in which round it was asked, or is commonly asked"
hints = [
    "TODO(author): the gentlest hint: a question that points at the difficulty.",
    "TODO(author): the next one: what to remember, or which structure to think of.",
    "TODO(author): the plainest: the idea in one sentence.",
]
follow_ups = [
    "TODO(author): what an interviewer asks next.",
]
"""
"""The top of problem.toml."""
