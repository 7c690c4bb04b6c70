"""Markdown, for comments on a pull request, a chat, or a notebook."""

from __future__ import annotations

import re
from collections.abc import Iterable

from judge.judgement import Judgement
from judge.report.outcomes import failing_case
from judge.report.units import seconds, size
from judge.wire.lines import printable

_SPECIAL = re.compile(r"([\\`*_\[\]<>|#~])")


def render(judgement: Judgement) -> str:
    """Return the report: the verdict, the smallest failing case, complexity, resources."""
    verdict = judgement.verdict
    blocks = [
        f"## {_plain(judgement.problem)}: {verdict.value}, {verdict.words}",
        _plain(judgement.message),
    ]
    if judgement.detail:
        blocks.append(_fenced(judgement.detail))
    example = judgement.counterexample
    if example is not None:
        blocks.append(f"**{_plain(example.words or example.property)}**")
        blocks.append(_fenced(failing_case(judgement)))
    costs = (*judgement.complexity, *judgement.space)
    if costs:
        rows = [f"| {_plain(c.operation)} | {c.required} | {c.measured or '–'} | {c.status} |" for c in costs]
        blocks.append(
            "\n".join(["| operation | required | measured | |", "| --- | --- | --- | --- |", *rows])
        )
    used = judgement.resources
    blocks.append(
        f"{judgement.passed:,} cases passed, {judgement.failed:,} failed; CPU {seconds(used.cpu_s)}, "
        f"memory {size(used.peak_memory_bytes)}"
    )
    blocks += [f"> {_plain(note)}" for note in judgement.notes]
    return printable("\n\n".join(blocks) + "\n")


def render_all(judgements: Iterable[Judgement]) -> str:
    """Return a table with a line for each submission."""
    rows = [
        f"| {_plain(j.id)} | {_plain(j.problem)} | {j.verdict.value} | {_plain(j.message[:200])} |"
        for j in judgements
    ]
    head = ["| submission | problem | verdict | |", "| --- | --- | --- | --- |"]
    return printable("\n".join([*head, *rows, ""]))


def _plain(text: str) -> str:
    """Text that Markdown shows letter by letter, on one line."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def _fenced(code: str) -> str:
    longest = max((len(run) for run in re.findall("`+", code)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}python\n{code}\n{fence}"
