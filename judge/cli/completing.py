"""What the shell is offered while a command is being typed. Never fails: it then offers nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import click
    from click.shell_completion import CompletionItem


def complete_slug(ctx: click.Context, _param: click.Parameter, start: str) -> list[CompletionItem]:
    """Slugs, with their titles."""
    from click.shell_completion import CompletionItem

    from judge.errors import JudgeError
    from judge.spec.discover import Roots

    try:
        roots = Roots.find(ctx.params.get("problems") or ())
        slugs = [slug for slug in roots.slugs() if slug.startswith(start)]
    except (JudgeError, OSError):
        return []
    offered = []
    for slug in slugs:
        try:
            title = roots.load(slug).title
        except (JudgeError, OSError):
            title = ""
        offered.append(CompletionItem(slug, help=title or None))
    return offered


def complete_words(ctx: click.Context, param: click.Parameter, start: str) -> list[CompletionItem]:
    """A slug or a file, for commands that take both."""
    from click.shell_completion import CompletionItem

    return complete_slug(ctx, param, start) or [CompletionItem(start, type="file")]


def complete_judging(ctx: click.Context, _param: click.Parameter, start: str) -> list[CompletionItem]:
    """Ids of the latest judgings, with problem and verdict."""
    from click.shell_completion import CompletionItem

    from judge.errors import JudgeError
    from judge.history.store import History
    from judge.spec.discover import Roots

    try:
        roots = Roots.find(ctx.params.get("problems") or ())
        lines = History(roots.workspace, lambda _text: None).judgings(limit=50)
    except (JudgeError, OSError):
        return []
    return [
        CompletionItem(line.id, help=f"{line.problem} {line.verdict}")
        for line in lines
        if line.id.startswith(start)
    ]


def complete_round(ctx: click.Context, _param: click.Parameter, start: str) -> list[CompletionItem]:
    """Names of the rounds, with their titles."""
    from click.shell_completion import CompletionItem

    from judge.errors import JudgeError
    from judge.rounds.load import load_all

    try:
        rounds = load_all()
    except (JudgeError, OSError):
        return []
    return [CompletionItem(r.name, help=r.title) for r in rounds if r.name.startswith(start)]
