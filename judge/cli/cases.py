"""The file of a contestant's own cases, as it is first written."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from judge.spec.problem import Problem

_HEAD = """\
# Your own cases for {slug}: `judge test {slug}` runs them. This file is read, never executed.
#
# A case is a block of calls as at Python's prompt. An empty line ends it, and each case starts afresh.
# The line below a call says what it must answer; without one, what the judge expects is taken.
# Values are literals, trees in level order, tree([5, 3, None, 1]), and lists, linked([1, 2, 3], cycle=1).
# A file cases.json does as well: [{{"calls": [["name", arguments...], ...], "expected": [null, 3]}}, ...]

\"\"\"
{examples}
\"\"\"
"""


def template(problem: Problem) -> str:
    """The first cases.py of a problem: how to write a case, and the statement's examples as cases."""
    from judge.generate.examples import statement_examples

    examples = "\n\n".join(example.text for example in statement_examples(problem))
    return _HEAD.format(slug=problem.slug, examples=examples)
