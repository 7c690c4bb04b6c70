"""A contestant's desk for the tests: a workspace of its own, the real command, a terminal for it."""

from __future__ import annotations

import fcntl
import json
import os
import pty
import re
import select
import shutil
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

PROJECT = Path(__file__).parents[2]
JUDGE = Path(sys.executable).with_name("judge")
CONTROL = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b\]8;[^\x1b]*\x1b\\|\r")


@dataclass(frozen=True)
class Answer:
    """What one command came to."""

    code: int
    out: str
    err: str

    def document(self) -> Any:
        """The one JSON document on stdout."""
        return json.loads(self.out)


class Screen:
    """A command in a pseudo-terminal."""

    def __init__(self, words: list[str], cwd: Path, environment: dict[str, str], columns: int) -> None:
        self.master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
        self.process = subprocess.Popen(
            [str(JUDGE), *words],
            cwd=cwd,
            env=environment,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
        )
        os.close(slave)
        self.raw = ""
        self._mark = 0

    @property
    def text(self) -> str:
        """Everything that was printed so far, without control codes."""
        return CONTROL.sub("", self.raw)

    def send(self, keys: str) -> None:
        """Type, from now on expecting only what comes after."""
        self._mark = len(self.text)
        os.write(self.master, keys.encode())

    def expect(self, *texts: str, timeout_s: float = 40.0) -> str:
        """Wait until every text has appeared since the last keys; return what appeared."""
        until = time.monotonic() + timeout_s
        while not all(text in self.text[self._mark :] for text in texts):
            left = until - time.monotonic()
            assert left > 0, f"waited for {texts!r}; the screen shows:\n{self.text[self._mark :]}"
            if not self._read(left):
                break
        shown = self.text[self._mark :]
        assert all(text in shown for text in texts), f"no {texts!r} in:\n{shown}"
        return shown

    def mark(self) -> None:
        """From now on expect only what comes after."""
        self._mark = len(self.text)

    def finish(self, timeout_s: float = 40.0) -> int:
        """Wait for the end, and return the exit code."""
        until = time.monotonic() + timeout_s
        while self._read(max(0.0, until - time.monotonic())):
            pass
        return self.process.wait(max(0.1, until - time.monotonic()))

    def close(self) -> None:
        """End the command if it still runs."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        os.close(self.master)

    def _read(self, timeout_s: float) -> bool:
        ready, _, _ = select.select([self.master], [], [], timeout_s)
        if not ready:
            return False
        try:
            data = os.read(self.master, 65536)
        except OSError:
            return False  # the last process closed the terminal
        self.raw += data.decode("utf-8", "replace")
        return bool(data)


class Desk:
    """A workspace with problems, and ways to run the command in it."""

    def __init__(self, folder: Path, cache: Path) -> None:
        self.folder = folder
        self.command = JUDGE
        self.environment = {
            **{k: v for k, v in os.environ.items() if not k.startswith(("JUDGE_", "COLUMNS", "NO_COLOR"))},
            "JUDGE_CACHE": str(cache),
            "TERM": "xterm-256color",
            "PYTHONUTF8": "1",
        }
        for name in ("VISUAL", "EDITOR"):
            self.environment.pop(name, None)
        self.screens: list[Screen] = []

    def add_problem(self, slug: str = "min-stack") -> Path:
        """Copy a problem of the project into the workspace."""
        shutil.copytree(PROJECT / "problems" / slug, self.folder / "problems" / slug)
        shutil.copytree(PROJECT / "reference" / slug, self.folder / "reference" / slug)
        return self.folder / "problems" / slug

    def write(self, name: str, text: str | bytes) -> Path:
        """Write a file of the workspace."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def solve(self, slug: str, solution: Path | None = None) -> Path:
        """Put the reference, or another file, where the contestant's solution belongs."""
        source = solution or self.folder / "reference" / slug / "solution.py"
        return self.write(f"submissions/{slug}/solution.py", source.read_bytes())

    def wrong(self, name: str, slug: str = "min-stack") -> Path:
        """One of a problem's wrong solutions."""
        return self.folder / "problems" / slug / "wrong" / name

    def run(self, *words: str, stdin: str = "", cwd: Path | None = None, **environment: str) -> Answer:
        """Run the command with pipes."""
        done = subprocess.run(
            [str(JUDGE), *words],
            cwd=cwd or self.folder,
            env={**self.environment, **environment},
            input=stdin,
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )
        return Answer(done.returncode, done.stdout, done.stderr)

    def screen(self, *words: str, columns: int = 80, **environment: str) -> Screen:
        """Run the command in a pseudo-terminal."""
        screen = Screen(list(words), self.folder, {**self.environment, **environment}, columns)
        self.screens.append(screen)
        return screen


@pytest.fixture(scope="session")
def judge_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One cache for the session: hidden tests are drawn once."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def desk(tmp_path: Path, judge_cache: Path) -> Iterator[Desk]:
    """A workspace with min-stack in it."""
    made = Desk(tmp_path, judge_cache)
    made.add_problem()
    yield made
    for screen in made.screens:
        screen.close()
