"""The `judge` command: a group whose commands are imported when they are called, and the one place
where an error becomes a line on stderr and an exit code."""

from __future__ import annotations

import os
import signal
import sys
from types import FrameType
from typing import TYPE_CHECKING

import click

from judge.cli.start import INTERRUPTED
from judge.cli.terminal import complain, silence
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
    _end_cleanly_on_signals()
    try:
        code = judge_command.main(arguments, prog_name="judge", standalone_mode=False)
    except (KeyboardInterrupt, click.Abort):
        sys.stderr.write("\n")
        complain("interrupted")
        return INTERRUPTED
    except click.exceptions.NoArgsIsHelpError as asked:
        asked.show()
        return 2
    except click.ClickException as wrong:
        complain(_usage_line(wrong))
        return 2
    except JudgeError as error:
        complain(str(error))
        return error.exit_code
    except BrokenPipeError:
        silence(sys.stdout)
        return 0
    except Exception as bug:
        return _confess(bug)
    return code if isinstance(code, int) else 0


def _usage_line(wrong: click.ClickException) -> str:
    line = " ".join(wrong.format_message().split())
    context = getattr(wrong, "ctx", None)
    if context is None or context.command_path == "judge":
        return line
    return f"{line.rstrip('.')}; see `{context.command_path} --help`"


def _confess(bug: Exception) -> int:
    from judge.version import __version__

    if os.environ.get("JUDGE_TRACEBACK"):
        import traceback

        traceback.print_exception(bug)
    trace, place = bug.__traceback__, "?"
    while trace is not None:
        code = trace.tb_frame.f_code
        place = f"{'/'.join(code.co_filename.split('/')[-3:])}:{trace.tb_lineno}"
        trace = trace.tb_next
    what = " ".join(str(bug).split())[:200]
    complain(
        f"internal error: {type(bug).__name__}: {what} (at {place}, judge {__version__}, "
        f"Python {sys.version.split()[0]}); please report this line, and what JUDGE_TRACEBACK=1 adds to it"
    )
    return 3


def _end_cleanly_on_signals() -> None:
    """Unwind on SIGTERM and SIGHUP too, so that boxes are closed when a terminal is."""

    def end(number: int, _frame: FrameType | None) -> None:
        raise SystemExit(128 + number)

    try:
        signal.signal(signal.SIGTERM, end)
        signal.signal(signal.SIGHUP, end)
    except (ValueError, AttributeError):
        return  # not the main thread, or no such signal: the caller has its own arrangement
