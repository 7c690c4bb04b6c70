"""`judge completion`."""

from __future__ import annotations

import click

_SHELLS = ("bash", "zsh", "fish")
_VARIABLE = "_JUDGE_COMPLETE"  # where click looks for a program called `judge`


@click.command("completion")
@click.argument("shell", type=click.Choice(_SHELLS))
def completion_command(shell: str) -> None:
    """Print the completion script of a shell.

    \b
    bash    judge completion bash >> ~/.bashrc
    zsh     judge completion zsh >> ~/.zshrc
    fish    judge completion fish > ~/.config/fish/completions/judge.fish
    """
    from click.shell_completion import get_completion_class

    from judge.cli.shell import judge_command

    kind = get_completion_class(shell)
    assert kind is not None
    click.echo(kind(judge_command, {}, "judge", _VARIABLE).source())
