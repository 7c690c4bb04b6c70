"""The pytest plugin: `pytest --judge submissions/` makes a test item of each submission.

A folder that is given is read as `judge batch` reads it: <problem>/<anything>.py. An item passes when its
submission is accepted; else the smallest failing case is its failure text. Without the option the plugin
does nothing and imports nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from judge.api import Judge, Report


def pytest_addoption(parser: pytest.Parser) -> None:
    """Declare the options."""
    group = parser.getgroup("judge", "practice judge")
    group.addoption(
        "--judge", action="append", default=[], metavar="DIR", help="Judge the files of DIR; repeatable."
    )
    group.addoption(
        "--judge-problems", action="append", default=[], metavar="DIR", help="Problem folders; repeatable."
    )
    group.addoption("--judge-complexity", action="store_true", help="Also measure how the cost grows.")
    group.addoption("--judge-sandbox", default="auto", metavar="NAME", help="auto, local, docker or none.")


_JUDGE = pytest.StashKey["Judge"]()


def pytest_configure(config: pytest.Config) -> None:
    """Without other arguments collect the named folders alone, not the whole of the current one."""
    config.addinivalue_line("markers", "judge: a submission that the judge judges")
    folders = config.getoption("judge")
    if not folders:
        return
    for folder in folders:
        if not Path(folder).is_dir():
            raise pytest.UsageError(f"--judge: {folder} is not a folder")
    if config.args_source is not pytest.Config.ArgsSource.ARGS:
        config.args = list(folders)
    else:
        config.args += [folder for folder in folders if folder not in config.args]


def pytest_unconfigure(config: pytest.Config) -> None:
    """End the sandbox."""
    judge = config.stash.get(_JUDGE, None)
    if judge is not None:
        judge.close()


def pytest_collect_directory(path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Take over the named folders."""
    if path.resolve() in {Path(folder).resolve() for folder in parent.config.getoption("judge")}:
        return SubmissionFolder.from_parent(parent, path=path)
    return None


class SubmissionFolder(pytest.Directory):
    """A folder of <problem>/<anything>.py."""

    def collect(self) -> Iterator[SubmissionItem | UnreadableItem]:
        """Yield an item for each submission, and for each file or folder that cannot be judged."""
        from judge.batch.entries import Entry, Input
        from judge.wire.lines import printable

        for entry in Input(self.path):
            if isinstance(entry, Entry):
                item: SubmissionItem = SubmissionItem.from_parent(
                    self, name=printable(entry.id), problem=entry.problem, source=Path(entry.path)
                )
                yield item
            else:
                bad: UnreadableItem = UnreadableItem.from_parent(
                    self, name=printable(entry.where), reason=str(entry)
                )
                yield bad


class NotAccepted(Exception):
    """A submission earned another verdict than AC."""

    def __init__(self, report: Report) -> None:
        super().__init__(report.message)
        self.report = report


class SubmissionItem(pytest.Item):
    """One submission."""

    def __init__(self, *, problem: str, source: Path, **known: Any) -> None:
        super().__init__(**known)
        self._problem = problem
        self._source = source
        self.add_marker("judge")

    def runtest(self) -> None:
        """Judge it. Raises NotAccepted."""
        from judge.wire.lines import printable

        report = _judge_of(self.config).judge(self._problem, self._source)
        self.user_properties.append(("verdict", report.verdict.value))
        for name, text in (("stdout", report.judgement.stdout), ("stderr", report.judgement.stderr)):
            if text:
                self.add_report_section("call", name, printable(text))
        if not report.accepted:
            raise NotAccepted(report)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """Show the report; for a fault of the judge's own, its one line."""
        from judge.errors import JudgeError
        from judge.wire.lines import printable

        if isinstance(excinfo.value, NotAccepted):
            return excinfo.value.report.render("text")
        if isinstance(excinfo.value, JudgeError):
            return f"judge: {printable(str(excinfo.value))}"
        return super().repr_failure(excinfo)

    def reportinfo(self) -> tuple[Path, int | None, str]:
        """Say where the item is."""
        return self._source, None, f"{self._problem}: {self.name}"


class UnreadableItem(pytest.Item):
    """What `judge batch` would complain of: it fails, as a submission that nobody sees would pass."""

    def __init__(self, *, reason: str, **known: Any) -> None:
        super().__init__(**known)
        self._reason = reason
        self.add_marker("judge")

    def runtest(self) -> None:
        """Fail. Raises UsageError."""
        from judge.errors import UsageError

        raise UsageError(self._reason)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """Show the reason."""
        from judge.wire.lines import printable

        return f"judge: {printable(str(excinfo.value))}"

    def reportinfo(self) -> tuple[Path, int | None, str]:
        """Say where the item is."""
        return self.path, None, self.name


def _judge_of(config: pytest.Config) -> Judge:
    judge = config.stash.get(_JUDGE, None)
    if judge is None:
        from judge.api import Judge

        judge = Judge(
            config.getoption("judge_problems"),
            config.getoption("judge_sandbox"),
            complexity=config.getoption("judge_complexity"),
        )
        config.stash[_JUDGE] = judge
    return judge
