"""The `judge` command: a group whose commands are imported when they are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from judge.cli.guard import guarded
from judge.cli.terminal import complain
from judge.errors import JudgeError

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

# Command -> (module under judge.cli, the line that `judge --help` shows). Kept here so that the help
# of the whole costs the import of no command.
COMMANDS = {
    "list": ("problems", "The problems, and your best verdict on each."),
    "show": ("problems", "A problem's statement."),
    "start": ("practice", "Put the starter into submissions/ and say where it is."),
    "test": ("examples", "Run the statement's examples and your own cases."),
    "submit": ("submit", "Judge a submission against the hidden tests."),
    "watch": ("watch", "Judge again each time that you save."),
    "hint": ("practice", "One more hint."),
    "solution": ("practice", "The reference solution, once you have solved it or given up."),
    "report": ("past", "Show an earlier judging again, whole."),
    "history": ("past", "What was judged, and when."),
    "progress": ("progress", "How far you are, and what to practise next."),
    "round": ("rounds", "A whole interview round against the clock."),
    "new": ("new", "Scaffold a new problem folder."),
    "verify": ("verify", "The author's gate: is a problem folder sound?"),
    "batch": ("batch", "Judge many submissions."),
    "doctor": ("machine", "Can this machine judge, and how well isolated?"),
    "sandbox": ("machine", "Prepare what the sandbox needs."),
    "completion": ("completion", "Print the completion script of a shell."),
}

_SECTIONS = (
    ("Practise", ("list", "show", "start", "test", "submit", "watch", "hint", "solution")),
    ("Look back", ("history", "report", "progress", "round")),
    ("Write problems, judge many", ("new", "verify", "batch")),
    ("This machine", ("doctor", "sandbox", "completion")),
)


class LazyGroup(click.Group):
    """A group that imports a command's module only when the command is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every command's name, in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """Import and return one command; None for an unknown name."""
        if name not in COMMANDS:
            return None
        from importlib import import_module

        try:
            module = import_module(f"judge.cli.{COMMANDS[name][0]}")
        except ModuleNotFoundError as missing:
            if missing.name != f"judge.cli.{COMMANDS[name][0]}":
                raise
            raise JudgeError(f"this installation has no `judge {name}`; reinstall interview-judge") from None
        command = vars(module)[f"{name}_command"]
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, or say which names are near."""
        name = args[0]
        if name not in COMMANDS and not name.startswith("-"):
            from difflib import get_close_matches

            near = get_close_matches(name, COMMANDS, n=1, cutoff=0.5)
            tip = f"did you mean `judge {near[0]}`?" if near else "see `judge --help`"
            raise click.UsageError(f"there is no command {name!r}; {tip}")
        return super().resolve_command(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Offer the commands by name, without importing them."""
        from click.shell_completion import CompletionItem

        return [
            CompletionItem(name, help=words)
            for name, (_module, words) in COMMANDS.items()
            if name.startswith(incomplete)
        ]

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands in sections, without importing them."""
        for title, names in _SECTIONS:
            with formatter.section(title):
                formatter.write_dl([(name, COMMANDS[name][1]) for name in names])


def _version(ctx: click.Context, _option: click.Parameter, wanted: bool) -> None:
    if wanted:
        from judge.version import __version__

        click.echo(f"judge {__version__}")
        ctx.exit()


@click.group(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: 0 accepted, 1 judged but not accepted, 2 usage, 3 the judge failed, "
    "4 invalid problem folder, 5 nothing to judge, 130 interrupted.",
)
@click.option(
    "--version", is_flag=True, expose_value=False, is_eager=True, callback=_version, help="Show the version."
)
def judge_command() -> None:
    """A practice judge for coding interviews.

    \b
    A first session:
      judge list                 choose a problem
      judge start min-stack      get its starter file, and edit it
      judge submit min-stack     have it judged
    """


def run(arguments: list[str]) -> int:
    """Run one command line and return its exit code. Never raises."""
    return guarded(lambda: _run(arguments))


def _run(arguments: list[str]) -> object:
    try:
        return judge_command.main(arguments, prog_name="judge", standalone_mode=False)
    except click.Abort:
        raise KeyboardInterrupt from None
    except SystemExit as ended:
        if ended.code != 1:
            raise
        return 0  # click's way to say that the reader of a help went away
    except click.exceptions.NoArgsIsHelpError as asked:
        asked.show()
        return 2
    except click.ClickException as wrong:
        complain(_usage_line(wrong))
        return 2


def _usage_line(wrong: click.ClickException) -> str:
    line = " ".join(wrong.format_message().split())
    context = getattr(wrong, "ctx", None)
    if context is None or context.command_path == "judge":
        return line
    return f"{line.rstrip('.')}; see `{context.command_path} --help`"
