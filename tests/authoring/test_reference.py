"""docs/authoring.md is the reference of the room."""

from __future__ import annotations

import re
from pathlib import Path

from judge import authoring

REFERENCE = Path(__file__).resolve().parents[2] / "docs/authoring.md"


def test_every_public_name_is_in_the_reference() -> None:
    """What hidden files may import is written down."""
    words = set(re.findall(r"\w+", REFERENCE.read_text(encoding="utf-8")))
    assert set(authoring.__all__) <= words


def test_the_examples_of_the_reference_run() -> None:
    """Each is Python that declares what it says; names that one example leaves out are those before it."""
    space: dict[str, object] = {}
    examples = re.findall(r"(?:^(?: {4}.*)?\n)+", REFERENCE.read_text(encoding="utf-8"), re.MULTILINE)
    for example in examples:
        exec("\n".join(line[4:] for line in example.splitlines()), space)
    tests = space["tests"]
    assert isinstance(tests, authoring.FunctionTests)
    fault = tests.checker("twoSum")
    assert (fault([0, 1], [1, 0], ([3, 4], 7)), fault([0, 1], [0, 0], ([3, 4], 7)) != "") == ("", True)
