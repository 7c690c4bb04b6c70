"""The place that a command works in: its problem roots, its history, and where its answer goes."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from judge.cli.terminal import Terminal
    from judge.history.store import History
    from judge.spec.discover import Roots


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
            from judge.judgement import SCHEMA

            self.terminal.document({"schema": SCHEMA, **document})
        else:
            self.terminal.say(text())
