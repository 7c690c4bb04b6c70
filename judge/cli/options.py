"""What several commands share: their options, and the place that a command works in."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from judge.cli.terminal import Terminal

if TYPE_CHECKING:
    from judge.history.store import History
    from judge.spec.discover import Roots

F = TypeVar("F", bound=Callable[..., Any])


class Place:
    """Where one command works and what it writes to; made from the options that all commands have."""

    def __init__(self, problems: tuple[str, ...], json: bool, terminal: Terminal) -> None:
        self.problems = problems
        self.json = json
        self.terminal = terminal

    @cached_property
    def roots(self) -> Roots:
        """The problem roots in force."""
        from judge.spec.discover import Roots

        return Roots.find(self.problems)

    @cached_property
    def history(self) -> History:
        """The workspace's history."""
        from judge.history.store import History

        return History(self.roots.workspace, self.terminal.warn)

    @cached_property
    def submissions(self) -> Path:
        """The folder that the contestant's files live in."""
        return self.roots.workspace / "submissions"

    def answer(self, document: dict[str, object], text: Callable[[], str]) -> None:
        """Say the answer once: as the JSON document where it was asked for, else as text."""
        if self.json:
            self.terminal.document({"schema": 1, **document})
        else:
            self.terminal.say(text())


def command(name: str, *, answers: bool = True, **more: Any) -> Callable[[F], click.Command]:
    """A command with the common options; its function gets a `Place` first."""

    def wrap(function: F) -> click.Command:
        def with_place(problems: tuple[str, ...], no_color: bool, json: bool = False, **given: Any) -> object:
            return function(Place(problems, json, Terminal(colour=not no_color)), **given)

        with_place.__doc__ = function.__doc__
        # click keeps the parameters that stacked decorators declared on the function itself.
        wrapped: Any = with_place
        wrapped.__click_params__ = getattr(function, "__click_params__", [])
        if answers:
            wrapped = click.option("--json", is_flag=True, help="Answer with one JSON document.")(wrapped)
        wrapped = click.option("--no-color", is_flag=True, help="No colours (also: NO_COLOR).")(wrapped)
        wrapped = click.option(
            "--problems",
            metavar="DIR",
            multiple=True,
            help="A folder of problem folders; repeatable (also: JUDGE_PROBLEMS).",
        )(wrapped)
        decorate: Callable[[Any], click.Command] = click.command(name, **more)
        return decorate(wrapped)

    return wrap


def running_options(function: F) -> F:
    """The options of every command that runs a submission."""
    function = click.option(
        "--sandbox",
        type=click.Choice(["auto", "local", "docker", "none"]),
        default="auto",
        show_default=True,
        help="Which walls to stand around the submission.",
    )(function)
    return click.option("--seed", type=int, default=0, show_default=True, help="Seed of the hidden cases.")(
        function
    )


def judging_options(function: F) -> F:
    """The options of every command that judges."""
    options = (
        click.option("--no-complexity", is_flag=True, help="Skip measuring how the cost grows."),
        click.option(
            "--complexity-budget",
            metavar="SECONDS",
            type=click.FloatRange(min=0, min_open=True),
            help="Time for measuring; the problem's own where not given.",
        ),
        click.option(
            "--explore",
            metavar="SECONDS",
            type=click.FloatRange(min=0),
            default=0.0,
            help="Afterwards try fresh seeds for so long.",
        ),
        click.option("--no-killers", is_flag=True, help="Do not put known killers of mistakes first."),
    )
    for option in reversed(options):
        function = option(function)
    return running_options(function)


def slug_argument(required: bool = True) -> Callable[[F], F]:
    """A problem's slug, which the shell can complete."""
    from judge.cli.completing import complete_slug

    return click.argument("slug", required=required, shell_complete=complete_slug)


def pressed_enter_yes(question: str) -> bool:
    """Ask for a yes on the terminal; False where nobody can answer."""
    if not sys.stdin.isatty():
        return False
    return click.confirm(question, default=False, err=True)
