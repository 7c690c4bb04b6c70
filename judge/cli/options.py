"""The options that several commands share."""

from __future__ import annotations

import math
import sys
from collections.abc import Callable
from typing import Any, TypeVar

import click

from judge.cli.place import Place
from judge.cli.terminal import Terminal
from judge.sandbox.choose import NAMES

F = TypeVar("F", bound=Callable[..., Any])


class Seconds(click.FloatRange):
    """A time, which `nan` is not."""

    name = "seconds"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Raise BadParameter for what is no number of seconds."""
        seconds = super().convert(value, param, ctx)
        if math.isnan(seconds):
            self.fail(f"{value!r} is no number of seconds", param, ctx)
        return seconds


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


def sandbox_option(around: str) -> Callable[[F], F]:
    """The choice of a backend."""
    return click.option(
        "--sandbox",
        type=click.Choice(NAMES),
        default="auto",
        show_default=True,
        help=f"Which walls to stand around {around}.",
    )


def seed_option(function: F) -> F:
    """Which hidden cases are drawn."""
    return click.option("--seed", type=int, default=0, show_default=True, help="Seed of the hidden cases.")(
        function
    )


def running_options(function: F) -> F:
    """The options of every command that runs a submission."""
    return seed_option(sandbox_option("the submission")(function))


def judging_options(function: F) -> F:
    """The options of every command that judges."""
    options = (
        click.option("--no-complexity", is_flag=True, help="Skip measuring how the cost grows."),
        click.option(
            "--complexity-budget",
            metavar="SECONDS",
            type=Seconds(min=0, min_open=True),
            help="Time for measuring; the problem's own where not given.",
        ),
        click.option(
            "--explore",
            metavar="SECONDS",
            type=Seconds(min=0),
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
